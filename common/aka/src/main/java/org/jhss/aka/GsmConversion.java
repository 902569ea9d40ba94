// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/** How a USIM and its home come to GSM answers from UMTS ones (TS 33.102 6.8.1.2). */
public final class GsmConversion {

    /** Length in octets of SRES. */
    public static final int SRES_LENGTH = 4;

    /** Length in octets of Kc. */
    public static final int KC_LENGTH = 8;

    private static final int MAX_RES = 16;
    private static final int KEY_LENGTH = 16;

    private GsmConversion() {}

    /**
     * Conversion function c2: SRES is the exclusive or of the four words of RES, padded with zeros to 16 octets.
     *
     * @throws IllegalArgumentException when {@code res} has more than 16 octets, for which c2 is not defined
     */
    public static byte[] c2(byte[] res) {
        if (res.length > MAX_RES) {
            throw new IllegalArgumentException("c2 takes RES of at most 16 octets");
        }
        var sres = new byte[SRES_LENGTH];
        for (int i = 0; i < res.length; i++) {
            sres[i % SRES_LENGTH] ^= res[i];
        }
        return sres;
    }

    /**
     * Conversion function c3: Kc is the exclusive or of the halves of CK and IK.
     *
     * @param ck 16 octets
     * @param ik 16 octets
     * @throws IllegalArgumentException when a length differs, for which c3 is not defined
     */
    public static byte[] c3(byte[] ck, byte[] ik) {
        Octets.requireLength("CK", ck, KEY_LENGTH);
        Octets.requireLength("IK", ik, KEY_LENGTH);
        var kc = new byte[KC_LENGTH];
        Octets.putLong(
                kc,
                0,
                Octets.longAt(ck, 0)
                        ^ Octets.longAt(ck, Long.BYTES)
                        ^ Octets.longAt(ik, 0)
                        ^ Octets.longAt(ik, Long.BYTES));
        return kc;
    }
}
