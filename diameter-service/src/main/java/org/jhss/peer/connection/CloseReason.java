// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.Locale;

/** Why a connection was closed. */
public enum CloseReason {
    /** The peer closed it, or the network did. */
    PEER_CLOSED("closed by the peer"),
    /** DPR and DPA were exchanged. */
    DISCONNECTED("disconnected by DPR"),
    /** No DPA came. */
    DISCONNECT_TIMEOUT("no answer to DPR"),
    CAPABILITIES_TIMEOUT("no capabilities exchange in time"),
    CAPABILITIES_REFUSED("capabilities refused"),
    MESSAGE_TIMEOUT("a message was not completed in time"),
    IDLE("silent for too long"),
    WATCHDOG("watchdog not answered"),
    STALLED("did not read its answers"),
    UNFRAMEABLE("octets that are no Diameter message"),
    PROTOCOL("broke the protocol"),
    /** Another connection took its place: an election, or a probe that it did not answer. */
    REPLACED("replaced by another connection"),
    TOO_MANY_PEERS("too many connections"),
    TLS_FAILED("TLS handshake failed"),
    STOPPED("stopped here");

    private final String text;

    CloseReason(String text) {
        this.text = text;
    }

    /** In words, for the log. */
    public String text() {
        return text;
    }

    /** The name in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
