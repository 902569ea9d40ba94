// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jhss.aka.comp128.Comp128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The published vectors of every algorithm; the resource files say where each comes from. */
class ConformanceTest {

    private static final HexFormat HEX = HexFormat.of();

    private final AkaEngine engine = new AkaEngine();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "milenage.csv")
    void milenage(
            String set,
            String k,
            String rand,
            String sqn,
            String amf,
            String op,
            String opc,
            String f1,
            String f1Star,
            String f2,
            String f3,
            String f4,
            String f5,
            String f5Star) {
        assertThat(HEX.formatHex(MilenageKey.deriveOpc(hex(k), hex(op)))).isEqualTo(opc);
        var functions = engine.start(MilenageKey.ofOpc(hex(k), hex(opc)), hex(rand));
        assertFunctions(functions, sqn, amf, f1, f1Star, f2, f3, f4, f5, f5Star);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "tuak.csv")
    void tuak(
            String set,
            String k,
            String rand,
            String sqn,
            String amf,
            String top,
            int iterations,
            String topc,
            String f1,
            String f1Star,
            String f2,
            String f3,
            String f4,
            String f5,
            String f5Star) {
        assertThat(HEX.formatHex(TuakKey.deriveTopc(hex(k), hex(top), iterations)))
                .isEqualTo(topc);
        var lengths = new TuakLengths(f1.length() / 2, f2.length() / 2, f3.length() / 2, f4.length() / 2);
        var functions = engine.start(new TuakKey(hex(k), hex(topc), lengths, iterations), hex(rand));
        assertFunctions(functions, sqn, amf, f1, f1Star, f2, f3, f4, f5, f5Star);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "keccak.csv", maxCharsPerColumn = 400)
    void keccak(String before, String after) {
        var state = new long[25];
        ByteBuffer.wrap(hex(before))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(state);
        new Keccak().permute(state, 1);
        var result = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        result.asLongBuffer().put(state);
        assertThat(HEX.formatHex(result.array())).isEqualTo(after);
    }

    /** K of TS 34.108 8.2; the outputs are those of an independent implementation (flipk/pfk-milenage). */
    @Test
    void xor() {
        var functions = engine.start(
                XorKey.of(hex("000102030405060708090a0b0c0d0e0f")), hex("34343434343434343434343434343434"));
        assertFunctions(
                functions,
                "000000000001",
                "8000",
                "343536373030b233",
                "343536373030b233",
                "3435363730313233" + "3c3d3e3f38393a3b",
                "353637303132333c" + "3d3e3f38393a3b34",
                "3637303132333c3d" + "3e3f38393a3b3435",
                "37303132333c",
                "37303132333c");
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvFileSource(resources = "comp128.csv")
    void comp128(Comp128 version, String ki, String rand, String sres, String kc) {
        assertThat(HEX.formatHex(version.compute(hex(ki), hex(rand)))).isEqualTo(sres + kc);
        var vector = generator(rand).geran(new GsmKey(version, hex(ki)));
        assertThat(HEX.formatHex(vector.sres())).isEqualTo(sres);
        assertThat(HEX.formatHex(vector.kc())).isEqualTo(kc);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "gsm-milenage.csv")
    void conversions_to_gsm(String set, String ki, String rand, String opc, String sres, String kc) {
        var vector = generator(rand).geran(MilenageKey.ofOpc(hex(ki), hex(opc)));
        assertThat(HEX.formatHex(vector.sres())).isEqualTo(sres);
        assertThat(HEX.formatHex(vector.kc())).isEqualTo(kc);
    }

    /** The vector that OpenAirInterface and NextEPC test their MME and HSS with. */
    @Test
    void kasme() {
        var kasme = new Kasme()
                .derive(
                        hex("b40ba9a3c58b2a05bbf0d987b21bf8cb"),
                        hex("f769bcd751044604127672711c6d3441"),
                        hex("024830"),
                        0,
                        0xfd8eef40df7dL ^ 0xaa689c648370L);
        assertThat(HEX.formatHex(kasme)).isEqualTo("238e457e0f758badbca8d34bb2612c10428d426757cb5553b2b184fa64bfc549");
    }

    /** A resynchronisation of a real card, from the tests of Osmocom's HLR. */
    @Test
    void auts() {
        var key = MilenageKey.ofOpc(hex("eb215756028d60e3275e613320aec880"), hex("fb2a3d1b360f599abab99db8669f8308"));
        assertThat(Auts.check(
                        engine, key, hex("39fa2f4e3d523d8619a73b4f65c3e14d"), hex("979498b1f72d3e28c59fa2e72f9c")))
                .isEqualTo(new AutsCheck.Genuine(23));
    }

    @Test
    void one_engine_serves_keys_of_all_kinds_in_turn() {
        var keys = new AkaKey[] {
            MilenageKey.ofOpc(new byte[16], new byte[16]),
            TuakKey.ofTopc(new byte[16], new byte[32]),
            XorKey.of(new byte[16]),
            MilenageKey.ofOp(new byte[16], new byte[16])
        };
        IntStream.range(0, 3 * keys.length).forEach(i -> {
            var rand = new byte[AkaEngine.RAND_LENGTH];
            rand[0] = (byte) i;
            var key = keys[i % keys.length];
            assertThat(engine.start(key, rand).f3())
                    .isEqualTo(new AkaEngine().start(key, rand).f3());
        });
    }

    private static void assertFunctions(
            AkaFunctions functions,
            String sqn,
            String amf,
            String f1,
            String f1Star,
            String f2,
            String f3,
            String f4,
            String f5,
            String f5Star) {
        long number = Sqn.decode(hex(sqn), 0);
        var field = Amf.parse(amf).orElseThrow();
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(HEX.formatHex(functions.f1(number, field))).as("f1").isEqualTo(f1);
            all.assertThat(HEX.formatHex(functions.f1Star(number, field)))
                    .as("f1*")
                    .isEqualTo(f1Star);
            all.assertThat(HEX.formatHex(functions.f2())).as("f2").isEqualTo(f2);
            all.assertThat(HEX.formatHex(functions.f3())).as("f3").isEqualTo(f3);
            all.assertThat(HEX.formatHex(functions.f4())).as("f4").isEqualTo(f4);
            all.assertThat(HEX.toHexDigits(functions.f5(), 12)).as("f5").isEqualTo(f5);
            all.assertThat(HEX.toHexDigits(functions.f5Star(), 12)).as("f5*").isEqualTo(f5Star);
        });
    }

    private static VectorGenerator generator(String rand) {
        return new VectorGenerator(target -> System.arraycopy(hex(rand), 0, target, 0, target.length));
    }

    private static byte[] hex(String text) {
        return HEX.parseHex(text);
    }
}
