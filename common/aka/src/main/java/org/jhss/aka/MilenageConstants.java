// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * The rotations r1 to r5 and constants c1 to c5 of Milenage (TS 35.206 4.1), which an operator may choose anew. Immutable.
 */
public final class MilenageConstants {

    /** The values of TS 35.206 4.1. */
    public static final MilenageConstants STANDARD = new MilenageConstants(
            new int[] {64, 0, 32, 64, 96}, new byte[][] {ending(0), ending(1), ending(2), ending(4), ending(8)});

    private static final int COUNT = 5;
    private static final int BLOCK = 16;
    private static final int BLOCK_BITS = 128;

    private final int[] rotations;
    private final long[] high = new long[COUNT];
    private final long[] low = new long[COUNT];

    /**
     * @param rotations r1 to r5 in bits, each 0 to 127
     * @param constants c1 to c5, 16 octets each
     * @throws IllegalArgumentException when numbers, ranges or lengths differ, or when two functions have the same constant and
     *     rotation, which would make their outputs equal or related (TS 35.206 5.3)
     */
    public MilenageConstants(int[] rotations, byte[][] constants) {
        if (rotations.length != COUNT || constants.length != COUNT) {
            throw new IllegalArgumentException("Milenage has five rotations and five constants");
        }
        this.rotations = rotations.clone();
        for (int i = 0; i < COUNT; i++) {
            if (rotations[i] < 0 || rotations[i] >= BLOCK_BITS) {
                throw new IllegalArgumentException("a Milenage rotation is 0 to 127 bits");
            }
            Octets.requireLength("a Milenage constant", constants[i], BLOCK);
            high[i] = Octets.longAt(constants[i], 0);
            low[i] = Octets.longAt(constants[i], Long.BYTES);
        }
        for (int i = 1; i < COUNT; i++) {
            for (int j = 0; j < i; j++) {
                if (rotations[i] == rotations[j] && high[i] == high[j] && low[i] == low[j]) {
                    throw new IllegalArgumentException("two Milenage functions have the same constant and rotation");
                }
            }
        }
    }

    /** The rotation in bits of function {@code i}, 1 to 5. */
    public int rotation(int i) {
        return rotations[i - 1];
    }

    /** The 16 octets of the constant of function {@code i}, 1 to 5. */
    public byte[] constant(int i) {
        var octets = new byte[BLOCK];
        Octets.putLong(octets, 0, high[i - 1]);
        Octets.putLong(octets, Long.BYTES, low[i - 1]);
        return octets;
    }

    long high(int i) {
        return high[i - 1];
    }

    long low(int i) {
        return low[i - 1];
    }

    private static byte[] ending(int last) {
        var octets = new byte[BLOCK];
        octets[BLOCK - 1] = (byte) last;
        return octets;
    }
}
