// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import org.jhss.peer.base.DisconnectCause;
import org.jhss.peer.base.PeerCapabilities;

/** Hears what happens on connections that concerns the peer as a whole. Called on the connection's event loop; must not block. */
public interface ConnectionListener {

    /** Our connection is up. */
    void connected(Connection connection);

    /** A sound CER came; the connection is held until it is accepted or refused. */
    void capabilitiesRequested(Connection connection, PeerCapabilities capabilities);

    /** A sound CEA of success came. */
    void capabilitiesAnswered(Connection connection, PeerCapabilities capabilities);

    /** Our CER was refused, or answered by nonsense. */
    void capabilitiesFailed(Connection connection, String why);

    void disconnectRequested(Connection connection, DisconnectCause cause);

    void disconnectAnswered(Connection connection);

    /** The answer to {@link Connection#probe}: whether the peer showed life in time. */
    void probed(Connection connection, boolean alive);

    /** The connection is closed, for whatever reason; nothing follows. */
    void closed(Connection connection, CloseReason reason);
}
