// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jhss.provisioning.bulk.format.CardDigits.Order;
import org.junit.jupiter.api.Test;

/** Numbers as cards store them, and keys as vendors hide them. */
final class CardDigitsTest {

    private static final String K = "465b5ce8b199b49faa5f0a2ee238a6bc";

    @Test
    void readsAnImsiAsEfImsiHasIt() {
        // TS 31.102 4.2.2: length, then a half-octet of parity and the digits, low half-octet first.
        assertThat(CardDigits.imsi("080910100000000010", Order.DETECT)).isEqualTo("001010000000001");
        assertThat(CardDigits.imsi("0910100000000010", Order.DETECT)).isEqualTo("001010000000001");
        // Fourteen digits: even, with a filler at the end.
        assertThat(CardDigits.imsi("0801101000000000F1", Order.DETECT)).isEqualTo("00101000000001");
        assertThat(CardDigits.imsi("001010000000001", Order.DETECT)).isEqualTo("001010000000001");
    }

    @Test
    void readsAnIccidAsEfIccidHasIt() {
        assertThat(CardDigits.iccid("988812010000000000F3", Order.DETECT)).isEqualTo("8988211000000000003");
        assertThat(CardDigits.iccid("8988211000000000003F", Order.DETECT)).isEqualTo("8988211000000000003");
        assertThat(CardDigits.iccid("98882101000000000000", Order.PLAIN)).isEqualTo("98882101000000000000");
    }

    @Test
    void decryptsWithEachCipher() throws Exception {
        for (var method : TransportKey.Method.values()) {
            var key = HexFormat.of()
                    .parseHex(
                            method.name().startsWith("DES") ? "0123456789abcdef" : "00112233445566778899aabbccddeeff");
            if (method.name().endsWith("ECB")) {
                var name =
                        method.name().startsWith("AES") ? "AES" : method.name().startsWith("TDES") ? "DESede" : "DES";
                var octets = name.equals("DESede")
                        ? HexFormat.of().parseHex("00112233445566778899aabbccddeeff0011223344556677")
                        : key;
                var cipher = Cipher.getInstance(name + "/ECB/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(octets, name));
                var hidden =
                        HexFormat.of().formatHex(cipher.doFinal(HexFormat.of().parseHex(K)));
                assertThat(TransportKey.of(key, method).decrypt(hidden))
                        .as(method.name())
                        .contains(K);
            }
            assertThat(TransportKey.of(key, method).decrypt("00")).isEmpty();
        }
    }

    @Test
    void aCbcOfOneBlockEqualsEcb() throws Exception {
        var key = new byte[16];
        assertThat(TransportKey.of(key, TransportKey.Method.AES_CBC).decrypt(K))
                .isEqualTo(TransportKey.of(key, TransportKey.Method.AES_ECB).decrypt(K));
    }

    @Test
    void refusesAKeyOfTheWrongLength() {
        assertThatThrownBy(() -> TransportKey.of(new byte[15], TransportKey.Method.AES_ECB))
                .hasMessageContaining("15");
    }
}
