// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.base;

/** Why a peer disconnects (RFC 6733 5.4.3). */
public enum DisconnectCause {
    REBOOTING(0),
    BUSY(1),
    DO_NOT_WANT_TO_TALK_TO_YOU(2);

    private final int value;

    DisconnectCause(int value) {
        this.value = value;
    }

    /** The number on the wire. */
    public int value() {
        return value;
    }

    /** The cause of that number; an unknown one counts as a reboot, after which the peer comes back. */
    public static DisconnectCause of(int value) {
        for (var cause : values()) {
            if (cause.value == value) {
                return cause;
            }
        }
        return REBOOTING;
    }
}
