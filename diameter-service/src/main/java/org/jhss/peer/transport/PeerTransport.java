// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jhss.identity.PeerHost;
import org.jhss.platform.lifecycle.StartFailure;

/**
 * A way to reach peers and to be reached: TCP, TLS or SCTP. Whatever it is, it hands octets to a
 * {@link org.jhss.peer.connection.ConnectionHandler}, one for each connection.
 */
public interface PeerTransport extends AutoCloseable {

    /**
     * Listens.
     *
     * @param addresses where; port 0 takes any free one
     * @return where it listens in fact
     * @throws StartFailure when an address cannot be bound
     */
    List<InetSocketAddress> listen(List<InetSocketAddress> addresses) throws StartFailure;

    /**
     * Connects to {@code peer}.
     *
     * @param address where it is, a name that is not looked up yet
     * @return completes when the connection is handed over, and fails when there is none
     */
    CompletionStage<Void> connect(PeerHost peer, InetSocketAddress address);

    /** Accepts no more; what is connected stays. */
    void stopListening();

    /** Closes everything. */
    @Override
    void close();
}
