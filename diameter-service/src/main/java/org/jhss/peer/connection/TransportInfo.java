// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What the transport knows of a connection.
 *
 * @param name {@code TCP}, {@code TLS} or {@code SCTP}
 * @param secure whether it is encrypted
 * @param local our end
 * @param remote the peer's end
 * @param certificate what the peer's certificate says; empty without one
 */
public record TransportInfo(
        String name,
        boolean secure,
        InetSocketAddress local,
        InetSocketAddress remote,
        Optional<PeerCertificate> certificate) {}
