// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import java.net.InetSocketAddress;
import java.util.List;
import org.jhss.peer.directory.Connector;
import org.jhss.platform.lifecycle.StartFailure;

/**
 * A way to reach peers and to be reached. Whatever it is, it hands octets to a {@link org.jhss.peer.connection.ConnectionHandler}, one for each
 * association; SCTP is to be another one of these beside {@link TcpTransport}.
 */
public interface PeerTransport extends Connector, AutoCloseable {

    /**
     * Listens.
     *
     * @param addresses where; port 0 takes any free one
     * @param tls whether TLS starts with the first octet (RFC 6733 2.1)
     * @return where it listens in fact
     * @throws StartFailure when an address cannot be bound
     */
    List<InetSocketAddress> listen(List<InetSocketAddress> addresses, boolean tls) throws StartFailure;

    /** Accepts no more; what is connected stays. */
    void stopListening();

    /** Closes everything. */
    @Override
    void close();
}
