// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka.comp128;

/**
 * COMP128-3: eight rounds, each a butterfly of five levels over a block and Ki xor RAND, and a stride over the resulting bits that
 * makes the next block. Blocks are held in reverse order of octets, bits are numbered from the least significant.
 */
final class Comp128V3 {

    private static final int BLOCK = 16;
    private static final int ROUNDS = 8;
    private static final int LEVELS = 5;
    private static final int BITS = 2 * BLOCK * Byte.SIZE;
    private static final int BIT_STRIDE = 19;

    /** Octets 4 to 7 of the result are not used. */
    private static final int KC_AT = 8;

    private Comp128V3() {}

    static byte[] run(byte[] ki, byte[] rand) {
        var block = new byte[BLOCK];
        var key = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = rand[BLOCK - 1 - i];
            key[i] = (byte) (ki[BLOCK - 1 - i] ^ block[i]);
        }
        var state = new byte[2 * BLOCK];
        var next = new byte[2 * BLOCK];
        for (int round = 0; round < ROUNDS; round++) {
            System.arraycopy(block, 0, state, 0, BLOCK);
            System.arraycopy(key, 0, state, BLOCK, BLOCK);
            for (int level = 0; level < LEVELS; level++) {
                butterfly(state, next, level);
                var swap = state;
                state = next;
                next = swap;
            }
            stride(state, block);
        }
        var output = new byte[Comp128.SRES_LENGTH + Comp128.KC_LENGTH];
        for (int i = 0; i < Comp128.SRES_LENGTH; i++) {
            output[i] = block[BLOCK - 1 - i];
        }
        for (int i = 0; i < Comp128.KC_LENGTH; i++) {
            output[Comp128.SRES_LENGTH + i] = block[BLOCK - 1 - KC_AT - i];
        }
        return output;
    }

    /** Mixes octet i of each half of {@code from} and lays the pair into {@code to}, interleaved in runs of 2^level octets. */
    private static void butterfly(byte[] from, byte[] to, int level) {
        int run = 1 << level;
        for (int i = 0; i < BLOCK; i++) {
            byte first = substitute(from[BLOCK + i], from[i]);
            byte second = substitute(first, from[BLOCK + i]);
            int at = 2 * (i - i % run) + i % run;
            to[at] = first;
            to[at + run] = second;
        }
    }

    private static byte substitute(byte inner, byte outer) {
        return Tables.OUTER[(Tables.INNER[inner & 0xFF] ^ outer) & 0xFF];
    }

    /** Makes {@code block} of every 19th bit of {@code state}, cyclically. */
    private static void stride(byte[] state, byte[] block) {
        for (int i = 0; i < BLOCK; i++) {
            int octet = 0;
            for (int j = 0; j < Byte.SIZE; j++) {
                int bit = (Byte.SIZE * i + j + 1) * BIT_STRIDE % BITS;
                octet |= (state[bit / Byte.SIZE] >> (bit % Byte.SIZE) & 1) << j;
            }
            block[i] = (byte) octet;
        }
    }
}
