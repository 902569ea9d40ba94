// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What a running PyHSS 2.0 gave for one subscriber; its AUTS deviates from the specification and is refused here. */
class GoldenVectorTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] RAND = HEX.parseHex("00112233445566778899aabbccddeeff");
    private static final byte[] PLMN = HEX.parseHex("00f110");
    private static final AkaKey KEY = MilenageKey.ofOpc(
            HEX.parseHex("465b5ce8b199b49faa5f0a2ee238a6bc"), HEX.parseHex("cd63cb71954a9f4e48a5994e37a02baf"));
    private static final long SQN = 1000;
    private static final long SQN_MS = 5000;

    private final VectorGenerator generator =
            new VectorGenerator(target -> System.arraycopy(RAND, 0, target, 0, target.length));

    @Test
    void eutran_vector() {
        var vector = generator.eutran(credentials("8000"), SQN, PLMN, 0);
        assertThat(vector.rand()).isEqualTo(RAND);
        assertHex(vector.xres(), "9d17cd1d46269624");
        assertHex(vector.autn(), "3cbc31a433cf8000a3c94dc6824eda66");
        assertHex(vector.kasme(), "32e70a42cb2372128d7307ef094ea6bd39621c3812cb1230bd04448c16963dfd");
    }

    @Test
    void the_separation_bit_follows_the_access_and_not_the_stored_amf() {
        assertThat(generator.eutran(credentials("0000"), SQN, PLMN, 0).autn())
                .isEqualTo(generator.eutran(credentials("8000"), SQN, PLMN, 0).autn());
        assertThat(generator.utran(credentials("8000"), SQN).autn())
                .isEqualTo(generator.utran(credentials("0000"), SQN).autn());
    }

    @Test
    void utran_vector() {
        var vector = generator.utran(credentials("0000"), SQN);
        assertHex(vector.xres(), "9d17cd1d46269624");
        assertHex(vector.autn(), "3cbc31a433cf000048277aa42963af38");
        assertHex(vector.ck(), "4461e8daf40de2d786931d9d4ae45f9f");
        assertHex(vector.ik(), "91ab134c94f05233daf7d74b9a3419e2");
    }

    @Test
    void geran_vector() {
        var vector = generator.geran(KEY);
        assertHex(vector.sres(), "db315b39");
        assertHex(vector.kc(), "89ae3140b02df699");
    }

    @Test
    void auts_made_over_zero_amf_is_genuine() {
        assertThat(generator.checkAuts(KEY, RAND, HEX.parseHex("5161904a30b0f857e73f17444a39")))
                .isEqualTo(new AutsCheck.Genuine(SQN_MS));
    }

    @Test
    void auts_made_over_the_subscribers_amf_is_forged() {
        assertThat(generator.checkAuts(KEY, RAND, HEX.parseHex("5161904a30b0a850f315dee4195d")))
                .isEqualTo(new AutsCheck.Forged());
    }

    @Test
    void auts_of_another_length_is_malformed() {
        assertThat(generator.checkAuts(KEY, RAND, new byte[Auts.LENGTH - 1])).isEqualTo(new AutsCheck.Malformed());
    }

    @Test
    void resynchronisation_info_is_rand_and_auts() {
        var octets = HEX.parseHex("ffff" + "00112233445566778899aabbccddeeff" + "5161904a30b0f857e73f17444a39");
        var info = ResynchronisationInfo.parse(octets, 2, ResynchronisationInfo.LENGTH)
                .orElseThrow();
        assertThat(generator.checkAuts(KEY, info)).isEqualTo(new AutsCheck.Genuine(SQN_MS));
        assertThat(ResynchronisationInfo.parse(octets, 2, 29)).isEmpty();
        assertThat(ResynchronisationInfo.parse(octets, 3, 30)).isEmpty();
        assertThat(ResynchronisationInfo.parse(octets, -1, 30)).isEmpty();
        assertThat(ResynchronisationInfo.parse(octets, 0, 32)).isEmpty();
    }

    private static AkaCredentials credentials(String amf) {
        return new AkaCredentials(KEY, Amf.parse(amf).orElseThrow());
    }

    private static void assertHex(byte[] actual, String expected) {
        assertThat(HEX.formatHex(actual)).isEqualTo(expected);
    }
}
