// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jhss.aka.comp128.Comp128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final byte[] SECRET = HexFormat.of().parseHex("465b5ce8b199b49faa5f0a2ee238a6bc");
    private static final byte[] LONG_SECRET = new byte[32];
    private static final Amf AMF = new Amf(0x8000);

    @Test
    void nothing_prints_a_secret() {
        var key = MilenageKey.ofOpc(SECRET, SECRET);
        var generator = new VectorGenerator();
        var credentials = new AkaCredentials(key, AMF);
        var vector = generator.eutran(credentials, 1000, new byte[3], 0);
        assertThat(List.of(
                                key,
                                TuakKey.ofTopc(SECRET, LONG_SECRET),
                                XorKey.of(SECRET),
                                new GsmKey(Comp128.V1, SECRET),
                                vector,
                                generator.utran(credentials, 1000),
                                generator.geran(key),
                                new Usim(key, 5).authenticate(vector.rand(), vector.autn()))
                        .stream()
                        .map(Object::toString))
                .allMatch(text -> text.endsWith("[secret]"));
        assertThat(credentials.toString()).isEqualTo("AkaCredentials[key=MilenageKey[secret], amf=8000]");
    }

    @Test
    void a_key_keeps_its_own_copy() {
        var k = SECRET.clone();
        var rand = new byte[AkaEngine.RAND_LENGTH];
        for (var key : List.of(MilenageKey.ofOpc(k, k), XorKey.of(k), TuakKey.ofTopc(k, LONG_SECRET))) {
            var before = new AkaEngine().start(key, rand).f3();
            k[0] ^= 1;
            assertThat(new AkaEngine().start(key, rand).f3()).isEqualTo(before);
        }
    }

    @Test
    void res_of_milenage_is_cut_at_its_end() {
        var key = MilenageKey.ofOpc(SECRET, SECRET);
        var rand = new byte[AkaEngine.RAND_LENGTH];
        var whole = new AkaEngine().start(key, rand).f2();
        assertThat(whole)
                .hasSize(8)
                .startsWith(new AkaEngine().start(key.withResLength(4), rand).f2());
    }

    @Test
    void lengths_outside_the_specifications_are_refused() {
        refused(() -> MilenageKey.ofOpc(new byte[15], new byte[16]));
        refused(() -> MilenageKey.ofOpc(new byte[16], new byte[17]));
        refused(() -> MilenageKey.ofOp(new byte[16], new byte[15]));
        refused(() -> MilenageKey.ofOpc(SECRET, SECRET).withResLength(3));
        refused(() -> MilenageKey.ofOpc(SECRET, SECRET).withResLength(9));
        refused(() -> XorKey.of(new byte[32]));
        refused(() -> new XorKey(SECRET, 3));
        refused(() -> new XorKey(SECRET, 17));
        refused(() -> TuakKey.ofTopc(new byte[24], LONG_SECRET));
        refused(() -> TuakKey.ofTopc(SECRET, SECRET));
        refused(() -> new TuakKey(SECRET, LONG_SECRET, TuakLengths.STANDARD, 0));
        refused(() -> TuakKey.deriveTopc(SECRET, LONG_SECRET, 256));
        refused(() -> new TuakLengths(12, 8, 16, 16));
        refused(() -> new TuakLengths(8, 12, 16, 16));
        refused(() -> new TuakLengths(8, 8, 24, 16));
        refused(() -> new TuakLengths(8, 8, 16, 8));
        refused(() -> new GsmKey(Comp128.V3, new byte[8]));
        refused(() -> Comp128.V1.compute(SECRET, new byte[8]));
    }

    @Test
    void a_key_with_long_outputs_serves_functions_but_no_vectors() {
        var key = new TuakKey(SECRET, LONG_SECRET, new TuakLengths(16, 32, 32, 32), 1);
        var generator = new VectorGenerator();
        assertThat(key.fitsVectors()).isFalse();
        refused(() -> generator.eutran(new AkaCredentials(key, AMF), 0, new byte[3], 0));
        refused(() -> generator.utran(new AkaCredentials(key, AMF), 0));
        refused(() -> generator.geran(key));
    }

    @Test
    void a_number_beyond_48_bits_makes_no_vector() {
        var generator = new VectorGenerator();
        var credentials = new AkaCredentials(XorKey.of(SECRET), AMF);
        refused(() -> generator.utran(credentials, SqnPolicy.END));
        refused(() -> generator.eutran(credentials, -1, new byte[3], 0));
    }

    @Test
    void conversions_are_defined_for_128_bits_only() {
        refused(() -> GsmConversion.c2(new byte[17]));
        refused(() -> GsmConversion.c3(new byte[32], new byte[16]));
        refused(() -> GsmConversion.c3(new byte[16], new byte[32]));
        assertThat(GsmConversion.c2(new byte[] {1, 2, 3, 4, 4, 4})).containsExactly(5, 6, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "800", "80000", "80g0", "+800"})
    void what_is_no_amf_is_refused(String text) {
        assertThat(Amf.parse(text)).isEmpty();
    }

    @Test
    void an_amf_sets_and_clears_its_separation_bit() {
        var plain = Amf.parse("1aBc").orElseThrow();
        assertThat(plain.forEps()).isEqualTo(new Amf(0x9ABC)).hasToString("9abc");
        assertThat(plain.forEps().forUmts()).isEqualTo(plain);
        assertThat(plain.forUmts()).isSameAs(plain);
        refused(() -> new Amf(0x10000));
        refused(() -> new Amf(-1));
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatIllegalArgumentException().isThrownBy(attempt);
    }
}
