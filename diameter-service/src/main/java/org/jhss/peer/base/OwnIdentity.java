// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.base;

import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;

/**
 * Who we are to our peers.
 *
 * @param host our Origin-Host
 * @param realm our Origin-Realm
 * @param productName Product-Name
 * @param originStateId Origin-State-Id: the same for as long as this process lives and greater after a restart (RFC 6733 8.16)
 * @param firmwareRevision Firmware-Revision (RFC 6733 5.3.4)
 */
public record OwnIdentity(PeerHost host, Realm realm, String productName, int originStateId, int firmwareRevision) {}
