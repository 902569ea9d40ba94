// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jhss.diameter.dictionary.Application;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.platform.config.PeerConfig;

/**
 * A peer that we connect to.
 *
 * @param host its Origin-Host, which its CEA must have
 * @param realm its realm, which its CEA must have; empty for any
 * @param addresses where it is, unresolved, tried in turn; at least one
 * @param transport by what
 * @param applications what we offer it
 */
public record OutgoingPeer(
        PeerHost host,
        Optional<Realm> realm,
        List<InetSocketAddress> addresses,
        PeerConfig.Transport transport,
        List<Application> applications) {}
