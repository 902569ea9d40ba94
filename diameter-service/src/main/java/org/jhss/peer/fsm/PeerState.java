// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

/** The states of RFC 6733 5.6. "I" is the connection that we initiated, "R" the one that the peer initiated. */
public enum PeerState {
    CLOSED("Closed"),
    /** Our connection is being set up. */
    WAIT_CONN_ACK("Wait-Conn-Ack"),
    /** Our CER is out. */
    WAIT_I_CEA("Wait-I-CEA"),
    /** Our connection is being set up and the peer has connected to us meanwhile. */
    WAIT_CONN_ACK_ELECT("Wait-Conn-Ack/Elect"),
    /** Both connections are up, and the election between them (5.6.4) is under way or lost by us. */
    WAIT_RETURNS("Wait-Returns"),
    R_OPEN("R-Open"),
    I_OPEN("I-Open"),
    /** A DPR or DPA is out. */
    CLOSING("Closing");

    private final String label;

    PeerState(String label) {
        this.label = label;
    }

    /** The name in RFC 6733. */
    public String label() {
        return label;
    }

    /** Whether application messages may be exchanged. */
    public boolean isOpen() {
        return this == R_OPEN || this == I_OPEN;
    }
}
