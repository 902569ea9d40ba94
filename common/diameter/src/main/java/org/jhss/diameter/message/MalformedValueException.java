// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Arrays;

/**
 * The value of an AVP is not of the type that it is asked for. Thrown by the getters only for messages that the grammar
 * validator has not passed: what it passes can be read without this.
 */
public final class MalformedValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final byte[] failedAvp;

    MalformedValueException(Fault fault, byte[] failedAvp) {
        super(fault.description());
        this.fault = fault;
        this.failedAvp = failedAvp;
    }

    public Fault fault() {
        return fault;
    }

    /** The AVP for Failed-AVP; may be empty. */
    public byte[] failedAvp() {
        return Arrays.copyOf(failedAvp, failedAvp.length);
    }
}
