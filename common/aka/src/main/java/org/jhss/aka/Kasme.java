// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives K_ASME (TS 33.401 A.2 with the KDF of TS 33.220 B.2): HMAC-SHA-256 under CK‖IK of FC, the serving network and SQN xor AK.
 * Not thread-safe: it reuses its MAC object.
 */
public final class Kasme {

    /** Length of K_ASME in octets. */
    public static final int LENGTH = 32;

    /** Length in octets of the serving network identity, coded as in Visited-PLMN-Id (TS 29.272 7.3.9). */
    public static final int PLMN_LENGTH = 3;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte FC = 0x10;
    private static final int PLMN_AT = 1;
    private static final int PLMN_LENGTH_AT = PLMN_AT + PLMN_LENGTH;
    private static final int SQN_AT = PLMN_LENGTH_AT + Short.BYTES;
    private static final int SQN_LENGTH_AT = SQN_AT + Sqn.LENGTH;

    private final Mac mac;
    private final byte[] input = new byte[SQN_LENGTH_AT + Short.BYTES];

    public Kasme() {
        try {
            mac = Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing", e);
        }
        input[0] = FC;
        input[PLMN_LENGTH_AT + 1] = PLMN_LENGTH;
        input[SQN_LENGTH_AT + 1] = Sqn.LENGTH;
    }

    /**
     * K_ASME of one authentication.
     *
     * @param plmn holds the serving network's three octets from {@code plmnOffset} on
     * @param sqnXorAk the concealed sequence number, 48 bits, as it stands in AUTN
     */
    public byte[] derive(byte[] ck, byte[] ik, byte[] plmn, int plmnOffset, long sqnXorAk) {
        System.arraycopy(plmn, plmnOffset, input, PLMN_AT, PLMN_LENGTH);
        Sqn.encode(sqnXorAk, input, SQN_AT);
        var key = new byte[ck.length + ik.length];
        System.arraycopy(ck, 0, key, 0, ck.length);
        System.arraycopy(ik, 0, key, ck.length, ik.length);
        try {
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " refuses a key", e);
        }
        return mac.doFinal(input);
    }
}
