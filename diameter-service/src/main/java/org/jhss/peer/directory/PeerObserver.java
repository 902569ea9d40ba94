// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.util.List;
import org.jhss.diameter.dictionary.Application;
import org.jhss.peer.connection.CloseReason;
import org.jhss.peer.connection.Connection;
import org.jhss.peer.fsm.PeerState;

/** Does for a peer what is outside its own state. Called under the peer's lock: must not block, nor wait for another peer. */
interface PeerObserver {

    /** A connection to the peer is to be set up. */
    void connect(Peer peer);

    /** Messages may go by that connection. */
    void opened(Peer peer, Connection connection, List<Application> applications);

    /** The peer's open connection is no more open. */
    void left(Peer peer, CloseReason reason);

    void changed(Peer peer, PeerState state);
}
