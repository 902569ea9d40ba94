// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** An operator's own constants, against TS 35.206 4.1 written out in big integers. */
class MilenageConstantsTest {

    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    @Property(tries = 300)
    void any_rotations_and_constants_follow_the_formula(
            @ForAll @Size(16) byte[] k,
            @ForAll @Size(16) byte[] opc,
            @ForAll @Size(16) byte[] rand,
            @ForAll @Size(5) List<@IntRange(max = 127) Integer> r,
            @ForAll @Size(5) long[] seeds,
            @ForAll @LongRange(max = Sqn.MAX) long sqn,
            @ForAll @IntRange(max = 0xFFFF) int amf)
            throws GeneralSecurityException {
        var rotations = r.stream().mapToInt(Integer::intValue).toArray();
        var constants = new byte[5][];
        for (int i = 0; i < 5; i++) {
            constants[i] = octets(BigInteger.valueOf(seeds[i])
                    .and(MASK)
                    .shiftLeft(3)
                    .or(BigInteger.valueOf(i))
                    .and(MASK));
        }
        var key = MilenageKey.ofOpc(k, opc).withConstants(new MilenageConstants(rotations, constants));
        var functions = new AkaEngine().start(key, rand);

        var aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(k, "AES"));
        var op = new BigInteger(1, opc);
        var temp = encrypt(aes, new BigInteger(1, rand).xor(op));
        var half = BigInteger.valueOf(sqn).shiftLeft(16).or(BigInteger.valueOf(amf));
        var in1 = half.shiftLeft(64).or(half);
        var out = new BigInteger[6];
        out[1] = encrypt(aes, temp.xor(rotate(in1.xor(op), rotations[0])).xor(new BigInteger(1, constants[0])))
                .xor(op);
        for (int i = 2; i <= 5; i++) {
            out[i] = encrypt(aes, rotate(temp.xor(op), rotations[i - 1]).xor(new BigInteger(1, constants[i - 1])))
                    .xor(op);
        }

        assertThat(new BigInteger(1, functions.f1(sqn, new Amf(amf)))).isEqualTo(out[1].shiftRight(64));
        assertThat(functions.f1Star(sqn, new Amf(amf))).isEqualTo(Arrays.copyOfRange(octets(out[1]), 8, 16));
        assertThat(functions.f2()).isEqualTo(Arrays.copyOfRange(octets(out[2]), 8, 16));
        assertThat(functions.f3()).isEqualTo(octets(out[3]));
        assertThat(functions.f4()).isEqualTo(octets(out[4]));
        assertThat(functions.f5()).isEqualTo(out[2].shiftRight(80).longValueExact());
        assertThat(functions.f5Star()).isEqualTo(out[5].shiftRight(80).longValueExact());
    }

    @Test
    void the_standard_ones_are_those_of_the_specification() {
        var standard = MilenageConstants.STANDARD;
        assertThat(new int[] {
                    standard.rotation(1),
                    standard.rotation(2),
                    standard.rotation(3),
                    standard.rotation(4),
                    standard.rotation(5)
                })
                .containsExactly(64, 0, 32, 64, 96);
        assertThat(new BigInteger(1, standard.constant(1))).isZero();
        assertThat(new BigInteger(1, standard.constant(5))).isEqualTo(8);
    }

    @Test
    void two_equal_functions_are_refused() {
        var zeros = new byte[5][16];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MilenageConstants(new int[] {64, 0, 32, 64, 96}, zeros))
                .withMessageContaining("same constant and rotation");
        assertThat(new MilenageConstants(new int[] {64, 0, 32, 65, 96}, zeros).rotation(4))
                .isEqualTo(65);
    }

    @Test
    void wrong_numbers_ranges_and_lengths_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MilenageConstants(new int[4], new byte[5][16]));
        assertThatIllegalArgumentException().isThrownBy(() -> new MilenageConstants(new int[5], new byte[4][16]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MilenageConstants(new int[] {0, 1, 2, 3, 128}, new byte[5][16]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MilenageConstants(new int[] {0, 1, 2, 3, -1}, new byte[5][16]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MilenageConstants(new int[] {0, 1, 2, 3, 4}, new byte[5][15]));
    }

    private static BigInteger rotate(BigInteger block, int bits) {
        return block.shiftLeft(bits).or(block.shiftRight(128 - bits)).and(MASK);
    }

    private static BigInteger encrypt(Cipher aes, BigInteger block) throws GeneralSecurityException {
        return new BigInteger(1, aes.doFinal(octets(block)));
    }

    private static byte[] octets(BigInteger block) {
        var octets = new byte[16];
        var raw = block.toByteArray();
        for (int i = 0; i < Math.min(16, raw.length); i++) {
            octets[15 - i] = raw[raw.length - 1 - i];
        }
        return octets;
    }
}
