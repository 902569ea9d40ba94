// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

import org.jhss.identity.PeerHost;

/** The election between two simultaneous connections (RFC 6733 5.6.4). */
public final class Election {

    private Election() {}

    /**
     * Whether {@code local} wins, so that the connection that the peer initiated is kept: our identity lexicographically succeeds
     * the peer's, octet by octet without regard to ASCII case.
     */
    public static boolean isWonBy(PeerHost local, PeerHost peer) {
        return local.canonical().compareTo(peer.canonical()) > 0;
    }
}
