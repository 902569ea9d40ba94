// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka.comp128;

/**
 * COMP128-1: eight rounds of a butterfly compression of Ki and a 16-octet block, which is RAND at first and then, but for the last
 * round, the compressed bits in another order.
 */
final class Comp128V1 {

    private static final int BLOCK = 16;
    private static final int ROUNDS = 8;
    private static final int LEVELS = 5;
    private static final int BITS = 128;
    private static final int BIT_STRIDE = 17;
    private static final int NIBBLE = 4;
    private static final int NIBBLE_MASK = 0xF;
    private static final int WIDEST_INDEX_BITS = 9;
    private static final int ZERO_BITS_OF_KC = 10;

    private Comp128V1() {}

    static byte[] run(byte[] ki, byte[] rand) {
        var state = new int[2 * BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            state[BLOCK + i] = rand[i] & 0xFF;
        }
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < BLOCK; i++) {
                state[i] = ki[i] & 0xFF;
            }
            compress(state);
            if (round < ROUNDS) {
                permute(state);
            }
        }
        return output(state);
    }

    /** Sets the last ten bits of Kc, which end {@code output}, to zero. */
    static void weaken(byte[] output) {
        output[output.length - 1] = 0;
        output[output.length - 2] &= (byte) -(1 << (ZERO_BITS_OF_KC - Byte.SIZE));
    }

    private static void compress(int[] state) {
        for (int level = 0; level < LEVELS; level++) {
            var table = Tables.COMPRESSION[level];
            int mask = (1 << (WIDEST_INDEX_BITS - level)) - 1;
            int half = BLOCK >> level;
            for (int start = 0; start < state.length; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    int x = state[i];
                    int y = state[i + half];
                    state[i] = table[(x + 2 * y) & mask] & 0xFF;
                    state[i + half] = table[(2 * x + y) & mask] & 0xFF;
                }
            }
        }
    }

    /** Reads the 32 nibbles that compression leaves as 128 bits and makes the second half of every 17th of them, cyclically. */
    private static void permute(int[] state) {
        var block = new int[BLOCK];
        for (int i = 0; i < BITS; i++) {
            int from = i * BIT_STRIDE % BITS;
            int bit = state[from / NIBBLE] >> (NIBBLE - 1 - from % NIBBLE) & 1;
            block[i / Byte.SIZE] |= bit << (Byte.SIZE - 1 - i % Byte.SIZE);
        }
        System.arraycopy(block, 0, state, BLOCK, BLOCK);
    }

    /** SRES is the first 32 of the 128 bits, Kc the last 54 of them and ten zeros. */
    private static byte[] output(int[] nibbles) {
        long kc = 0;
        for (int i = BLOCK; i < nibbles.length; i++) {
            kc = kc << NIBBLE | (nibbles[i] & NIBBLE_MASK);
        }
        kc <<= ZERO_BITS_OF_KC;
        var output = new byte[Comp128.SRES_LENGTH + Comp128.KC_LENGTH];
        for (int i = 0; i < Comp128.SRES_LENGTH; i++) {
            output[i] = (byte) (nibbles[2 * i] << NIBBLE | nibbles[2 * i + 1]);
        }
        for (int i = output.length - 1; i >= Comp128.SRES_LENGTH; i--) {
            output[i] = (byte) kc;
            kc >>>= Byte.SIZE;
        }
        return output;
    }
}
