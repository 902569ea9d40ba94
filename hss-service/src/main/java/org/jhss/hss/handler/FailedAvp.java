// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.MessageWriter;

/** The AVP at fault, encoded, as the Failed-AVP AVP holds it (RFC 6733 7.5); or none. */
public final class FailedAvp {

    /** No AVP is at fault. */
    public static final FailedAvp NONE = new FailedAvp(new byte[0]);

    private final byte[] encoded;

    private FailedAvp(byte[] encoded) {
        this.encoded = encoded;
    }

    /** An encoded AVP, header included; {@link #NONE} when there are no octets. */
    public static FailedAvp of(byte[] encoded) {
        return encoded.length == 0 ? NONE : new FailedAvp(encoded.clone());
    }

    /** A copy of {@code avp}; {@link #NONE} when it is absent. */
    public static FailedAvp copyOf(Avp avp) {
        if (avp.isAbsent()) {
            return NONE;
        }
        var octets = new byte[avp.length()];
        System.arraycopy(avp.buffer(), avp.offset(), octets, 0, octets.length);
        return new FailedAvp(octets);
    }

    /** Whether there is none. */
    public boolean isNone() {
        return encoded.length == 0;
    }

    /** Appends the AVP, padded. */
    public void writeTo(MessageWriter writer) {
        writer.raw(encoded, 0, encoded.length);
    }

    @Override
    public String toString() {
        return encoded.length + " octets";
    }
}
