// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.Optional;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;

/**
 * What to ask for in an Authentication-Information-Request (TS 29.272 5.2.3.1).
 *
 * @param imsi the subscriber
 * @param plmn the visited network
 * @param eutranVectors how many EPS vectors; 0 leaves Requested-EUTRAN-Authentication-Info out
 * @param utranVectors how many UMTS or GSM vectors; 0 leaves Requested-UTRAN-GERAN-Authentication-Info out
 * @param immediateResponse whether Immediate-Response-Preferred is sent with either
 * @param resynchronization RAND and AUTS, for the kind of vector that is asked for first
 */
public record AuthenticationRequest(
        Imsi imsi,
        Plmn plmn,
        int eutranVectors,
        int utranVectors,
        boolean immediateResponse,
        Optional<Resynchronization> resynchronization) {

    /** Asks for EPS vectors. */
    public static AuthenticationRequest eutran(Imsi imsi, Plmn plmn, int vectors) {
        return new AuthenticationRequest(imsi, plmn, vectors, 0, false, Optional.empty());
    }

    /** Asks for UMTS vectors, or GSM vectors when the subscriber has a SIM only. */
    public static AuthenticationRequest utranGeran(Imsi imsi, Plmn plmn, int vectors) {
        return new AuthenticationRequest(imsi, plmn, 0, vectors, false, Optional.empty());
    }

    /**
     * The same after the USIM answered "synchronisation failure".
     *
     * @param rand the 16 octets of the refused challenge
     * @param auts the 14 octets that the USIM returned
     */
    public AuthenticationRequest resynchronizing(byte[] rand, byte[] auts) {
        return new AuthenticationRequest(
                imsi,
                plmn,
                eutranVectors,
                utranVectors,
                immediateResponse,
                Optional.of(new Resynchronization(rand, auts)));
    }

    /** The same with Immediate-Response-Preferred. */
    public AuthenticationRequest immediately() {
        return new AuthenticationRequest(imsi, plmn, eutranVectors, utranVectors, true, resynchronization);
    }
}
