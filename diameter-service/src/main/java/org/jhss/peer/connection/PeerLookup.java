// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.Optional;
import org.jhss.identity.PeerHost;

/** Finds the way to a peer. Thread-safe. */
@FunctionalInterface
public interface PeerLookup {

    /** The open connection to that peer. */
    Optional<Connection> open(PeerHost peer);
}
