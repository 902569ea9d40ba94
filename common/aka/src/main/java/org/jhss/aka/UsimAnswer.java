// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/** What a USIM answers to a challenge (TS 33.102 6.3.3). */
public sealed interface UsimAnswer {

    /**
     * The network is the subscriber's home's and the challenge is fresh. Its text tells nothing.
     *
     * @param res 4 to 16 octets, for the network to compare with XRES
     * @param ck the cipher key
     * @param ik the integrity key
     * @param amf as received; a terminal in E-UTRAN refuses it unless {@link Amf#isForEps} (TS 33.401 6.1.1)
     * @param sqn the sequence number received
     * @param sqnXorAk the concealed sequence number as it stood in AUTN
     */
    @SuppressWarnings("ArrayRecordComponent") // fresh arrays for the one caller; nobody compares answers
    record Authenticated(byte[] res, byte[] ck, byte[] ik, Amf amf, long sqn, long sqnXorAk) implements UsimAnswer {

        /** K_ASME as the terminal derives it in the network whose three octets {@code plmn} are (TS 33.401 A.2). */
        public byte[] kasme(byte[] plmn) {
            return new Kasme().derive(ck, ik, plmn, 0, sqnXorAk);
        }

        @Override
        public String toString() {
            return "Authenticated[secret]";
        }
    }

    /** MAC-A is wrong: the challenge does not come from the home. */
    record MacFailure() implements UsimAnswer {}

    /**
     * The sequence number is not fresh.
     *
     * @param auts for the home, in Re-Synchronization-Info behind the RAND
     */
    @SuppressWarnings("ArrayRecordComponent") // a fresh array for the one caller; nobody compares answers
    record SynchronisationFailure(byte[] auts) implements UsimAnswer {}
}
