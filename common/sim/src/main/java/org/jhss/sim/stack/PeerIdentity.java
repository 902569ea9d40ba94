// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;

/**
 * A Diameter node's name.
 *
 * @param host its Origin-Host
 * @param realm its Origin-Realm
 */
public record PeerIdentity(PeerHost host, Realm realm) {

    /**
     * The identity of those names.
     *
     * @throws IllegalArgumentException when either is no domain name
     */
    public static PeerIdentity of(String host, String realm) {
        return new PeerIdentity(new PeerHost(host), new Realm(realm));
    }
}
