// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the transport knows of a connection.
 *
 * @param name {@code TCP}, {@code TLS} or {@code SCTP}
 * @param secure whether it is encrypted
 * @param local our end
 * @param remote the peer's end; of several SCTP addresses the primary one, which the handshake has verified
 * @param addresses all of ours that the peer may use, for Host-IP-Address (RFC 6733 5.3.5); at least one
 * @param certificate what the peer's certificate says; empty without one
 */
public record TransportInfo(
        String name,
        boolean secure,
        InetSocketAddress local,
        InetSocketAddress remote,
        List<InetAddress> addresses,
        Optional<PeerCertificate> certificate) {}
