// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * Sequence numbers (TS 33.102 6.3.2 and annex C): unsigned 48-bit numbers, held in a {@code long}. How they divide into SEQ and
 * IND is a {@link SqnPolicy}'s business.
 */
public final class Sqn {

    /** Length in octets of SQN, of AK and of their exclusive or. */
    public static final int LENGTH = 6;

    /** The largest sequence number. */
    public static final long MAX = (1L << 48) - 1;

    private Sqn() {}

    /** Whether {@code value} is a sequence number. */
    public static boolean isValid(long value) {
        return value >= 0 && value <= MAX;
    }

    /** The number in the six octets of {@code source} from {@code offset} on. */
    public static long decode(byte[] source, int offset) {
        return (Octets.intAt(source, offset) & 0xFFFFFFFFL) << 16
                | (source[offset + 4] & 0xFF) << 8
                | (source[offset + 5] & 0xFF);
    }

    /** Writes the low 48 bits of {@code value} as six octets into {@code target} from {@code offset} on. */
    public static void encode(long value, byte[] target, int offset) {
        Octets.putInt(target, offset, (int) (value >>> 16));
        target[offset + 4] = (byte) (value >>> 8);
        target[offset + 5] = (byte) value;
    }
}
