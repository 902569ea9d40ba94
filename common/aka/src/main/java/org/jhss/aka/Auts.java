// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.security.MessageDigest;
import java.util.Arrays;

/** AUTS = (SQN_MS xor AK) ‖ MAC-S, with AK from f5* and MAC-S from f1* over AMF* = 0000 (TS 33.102 6.3.3). */
public final class Auts {

    /** Length in octets with the MAC-S of 8 octets that all but exotic TUAK profiles have. */
    public static final int LENGTH = 14;

    private static final AutsCheck FORGED = new AutsCheck.Forged();
    private static final AutsCheck MALFORMED = new AutsCheck.Malformed();

    private Auts() {}

    /**
     * Checks {@code auts} in constant time.
     *
     * @param rand the 16 octets of the challenge that the USIM answered so
     * @throws IllegalArgumentException when {@code rand} has another length
     */
    public static AutsCheck check(AkaEngine engine, AkaKey key, byte[] rand, byte[] auts) {
        if (auts.length != Sqn.LENGTH + key.macLength()) {
            return MALFORMED;
        }
        var functions = engine.start(key, rand);
        long sqnMs = Sqn.decode(auts, 0) ^ functions.f5Star();
        var expected = functions.f1Star(sqnMs, Amf.RESYNCHRONISATION);
        var received = Arrays.copyOfRange(auts, Sqn.LENGTH, auts.length);
        return MessageDigest.isEqual(expected, received) ? new AutsCheck.Genuine(sqnMs) : FORGED;
    }

    /** The AUTS that a USIM sends to tell {@code sqnMs}. */
    static byte[] create(AkaFunctions functions, long sqnMs) {
        var mac = functions.f1Star(sqnMs, Amf.RESYNCHRONISATION);
        var auts = new byte[Sqn.LENGTH + mac.length];
        Sqn.encode(sqnMs ^ functions.f5Star(), auts, 0);
        System.arraycopy(mac, 0, auts, Sqn.LENGTH, mac.length);
        return auts;
    }
}
