// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.Optional;
import java.util.OptionalLong;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Avps;

/** One authentication vector of an Authentication-Information-Answer, of whichever kind (TS 29.272 7.3.18 to 7.3.20). */
public final class AuthenticationVector {

    /** The three kinds of vector. */
    public enum Kind {
        /** EPS: RAND, XRES, AUTN, KASME. */
        EUTRAN,
        /** UMTS: RAND, XRES, AUTN, CK, IK. */
        UTRAN,
        /** GSM: RAND, SRES, Kc. */
        GERAN
    }

    private final Kind kind;
    private final Avps avps;

    AuthenticationVector(Kind kind, Avps avps) {
        this.kind = kind;
        this.avps = avps;
    }

    /** Its kind. */
    public Kind kind() {
        return kind;
    }

    /** Its Item-Number; empty when there is none. */
    public OptionalLong itemNumber() {
        return avps.number(AvpName.ITEM_NUMBER);
    }

    /** The challenge, 16 octets. */
    public byte[] rand() {
        return octets(AvpName.RAND);
    }

    /** The expected response: XRES, or SRES of a GSM vector. */
    public byte[] expectedResponse() {
        return octets(kind == Kind.GERAN ? AvpName.SRES : AvpName.XRES);
    }

    /** AUTN, 16 octets; empty in a GSM vector. */
    public Optional<byte[]> autn() {
        return avps.octets(AvpName.AUTN);
    }

    /** KASME, 32 octets, of an EPS vector. */
    public Optional<byte[]> kasme() {
        return avps.octets(AvpName.KASME);
    }

    /** CK, 16 octets, of a UMTS vector. */
    public Optional<byte[]> ck() {
        return avps.octets(AvpName.CONFIDENTIALITY_KEY);
    }

    /** IK, 16 octets, of a UMTS vector. */
    public Optional<byte[]> ik() {
        return avps.octets(AvpName.INTEGRITY_KEY);
    }

    /** Kc, 8 octets, of a GSM vector. */
    public Optional<byte[]> kc() {
        return avps.octets(AvpName.KC);
    }

    private byte[] octets(AvpName name) {
        return avps.octets(name).orElseThrow(() -> new IllegalArgumentException("a vector without " + name));
    }
}
