// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.io.IOException;

/** The peer could not be reached, refused the connection, closed it or did not answer; the message says which. */
public final class PeerException extends IOException {

    private static final long serialVersionUID = 1;

    /** What a simulated peer ran into. */
    public enum Reason {
        /** No TCP connection: nothing listens there, or it is unreachable. */
        UNREACHABLE,
        /** Connected, but the capabilities exchange was not answered in time. */
        NO_CAPABILITIES_ANSWER,
        /** The CEA has a result other than success. */
        REFUSED,
        /** The request was not answered in time. */
        NO_ANSWER,
        /** The connection was not open when the request was to be sent. */
        NOT_CONNECTED
    }

    private final Reason reason;

    PeerException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    PeerException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Which of the failures it was. */
    public Reason reason() {
        return reason;
    }
}
