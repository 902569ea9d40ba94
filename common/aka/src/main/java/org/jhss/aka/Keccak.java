// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/** The permutation Keccak-f[1600] (FIPS 202 3.3) on 25 lanes, lane (x, y) at index x + 5y. Not thread-safe. */
final class Keccak {

    private static final int SIDE = 5;
    private static final int LANES = SIDE * SIDE;
    private static final int ROUNDS = 24;

    private static final long[] ROUND_CONSTANTS = roundConstants();
    private static final int[] ROTATIONS = new int[LANES];
    private static final int[] DESTINATIONS = new int[LANES];

    static {
        rhoAndPi();
    }

    private final long[] moved = new long[LANES];
    private final long[] parity = new long[SIDE];

    /** Applies the permutation {@code times} times to {@code state}. */
    void permute(long[] state, int times) {
        for (int i = 0; i < times; i++) {
            for (int round = 0; round < ROUNDS; round++) {
                theta(state);
                for (int lane = 0; lane < LANES; lane++) {
                    moved[DESTINATIONS[lane]] = Long.rotateLeft(state[lane], ROTATIONS[lane]);
                }
                chi(state);
                state[0] ^= ROUND_CONSTANTS[round];
            }
        }
    }

    private void theta(long[] state) {
        for (int x = 0; x < SIDE; x++) {
            parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        }
        for (int x = 0; x < SIDE; x++) {
            long mix = parity[(x + 4) % SIDE] ^ Long.rotateLeft(parity[(x + 1) % SIDE], 1);
            for (int lane = x; lane < LANES; lane += SIDE) {
                state[lane] ^= mix;
            }
        }
    }

    private void chi(long[] state) {
        for (int row = 0; row < LANES; row += SIDE) {
            for (int x = 0; x < SIDE; x++) {
                state[row + x] = moved[row + x] ^ (~moved[row + (x + 1) % SIDE] & moved[row + (x + 2) % SIDE]);
            }
        }
    }

    /** The rotations of rho (FIPS 202 3.2.2) and the destinations of pi (3.2.3), both by walking (x, y) to (y, 2x + 3y). */
    private static void rhoAndPi() {
        int x = 1;
        int y = 0;
        for (int t = 0; t < ROUNDS; t++) {
            ROTATIONS[x + SIDE * y] = (t + 1) * (t + 2) / 2 % Long.SIZE;
            int next = (2 * x + 3 * y) % SIDE;
            DESTINATIONS[x + SIDE * y] = y + SIDE * next;
            x = y;
            y = next;
        }
    }

    /** The constants of iota (FIPS 202 3.2.5): bit 2^j - 1 of round i is output j + 7i of a shift register over x^8+x^6+x^5+x^4+1. */
    private static long[] roundConstants() {
        var constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j <= 6; j++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << ((1 << j) - 1);
                }
                register <<= 1;
                if ((register & 0x100) != 0) {
                    register ^= 0x171;
                }
            }
        }
        return constants;
    }
}
