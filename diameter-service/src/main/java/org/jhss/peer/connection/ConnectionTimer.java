// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

/** What a connection waits for. */
enum ConnectionTimer {
    /** CER or CEA. */
    CAPABILITIES(0),
    /** The rest of a message. */
    MESSAGE(1),
    /** Any octet. */
    IDLE(2),
    /** Tw of RFC 3539 3.4.1. */
    WATCHDOG(3),
    /** A sign of life, asked for because another connection wants this one's place. */
    PROBE(4),
    /** DPA, or the peer's closing after our DPA. */
    DISCONNECT(5),
    /** The peer's reading of what waits to be sent. */
    WRITE(6);

    private final int index;

    ConnectionTimer(int index) {
        this.index = index;
    }

    /** Its place in tables, from 0. */
    int index() {
        return index;
    }
}
