// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * Octets that are no message.
 *
 * <p>The readable part is the reader's own message, so it is good until the reader reads again.
 */
public final class Malformation implements ParseResult {

    private final Fault fault;
    private final byte[] failedAvp;
    private final Optional<Message> readable;

    Malformation(Fault fault, byte[] failedAvp, Optional<Message> readable) {
        this.fault = fault;
        this.failedAvp = failedAvp;
        this.readable = readable;
    }

    public Fault fault() {
        return fault;
    }

    public ResultCode resultCode() {
        return fault.resultCode();
    }

    /** The AVP at fault as Failed-AVP holds it (RFC 6733 7.5), header and padding included; empty when there is none. */
    public byte[] failedAvp() {
        return Arrays.copyOf(failedAvp, failedAvp.length);
    }

    /** The header and the AVPs before the fault; empty when there is not even a header. */
    public Optional<Message> readable() {
        return readable;
    }

    /** Whether an answer is due: the header is there and is that of a request. */
    public boolean isAnswerable() {
        return readable.isPresent() && readable.get().isRequest();
    }

    @Override
    public String toString() {
        return fault.description() + " (" + fault.resultCode().label() + ")";
    }
}
