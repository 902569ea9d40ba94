// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * The lengths in octets of TUAK's outputs (TS 35.231 5 and 6).
 *
 * @param mac 8, 16 or 32
 * @param res 4, 8, 16 or 32
 * @param ck 16 or 32
 * @param ik 16 or 32
 */
public record TuakLengths(int mac, int res, int ck, int ik) {

    /** MAC and RES of 64 bits, CK and IK of 128, as Milenage has them. */
    public static final TuakLengths STANDARD = new TuakLengths(8, 8, 16, 16);

    /**
     * @throws IllegalArgumentException for a length that TUAK does not offer
     */
    public TuakLengths {
        if (mac != 8 && mac != 16 && mac != 32) {
            throw new IllegalArgumentException("MAC of TUAK has 8, 16 or 32 octets");
        }
        if (res != 4 && res != 8 && res != 16 && res != 32) {
            throw new IllegalArgumentException("RES of TUAK has 4, 8, 16 or 32 octets");
        }
        if ((ck != 16 && ck != 32) || (ik != 16 && ik != 32)) {
            throw new IllegalArgumentException("CK and IK of TUAK have 16 or 32 octets");
        }
    }
}
