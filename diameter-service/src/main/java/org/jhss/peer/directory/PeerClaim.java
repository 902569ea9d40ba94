// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.peer.connection.TransportInfo;

/**
 * Who wants to connect, as far as it says and as far as the transport shows.
 *
 * @param host the Origin-Host of its CER
 * @param realm the Origin-Realm of its CER
 * @param transport how and from where it connects
 */
public record PeerClaim(PeerHost host, Realm realm, TransportInfo transport) {}
