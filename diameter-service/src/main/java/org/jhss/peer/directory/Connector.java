// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;
import org.jhss.identity.PeerHost;
import org.jhss.platform.config.PeerConfig;

/** Sets up connections. */
@FunctionalInterface
public interface Connector {

    /**
     * Connects to {@code peer}. The connection announces itself to the {@link org.jhss.peer.connection.ConnectionListener}, after which the
     * stage completes; it fails when there is no connection.
     */
    CompletionStage<Void> connect(PeerHost peer, InetSocketAddress address, PeerConfig.Transport transport);
}
