// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;

/**
 * Where the HSS, or a Diameter agent in front of it, is found.
 *
 * @param address resolved address and port to connect to
 * @param realm sent as Destination-Realm
 * @param destinationHost sent as Destination-Host when present
 */
public record HssEndpoint(InetSocketAddress address, Realm realm, Optional<PeerHost> destinationHost) {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException when the address is unresolved
     */
    public HssEndpoint {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("the address of " + address.getHostString() + " is not known");
        }
    }

    /** An endpoint addressed by realm only. */
    public static HssEndpoint of(String host, int port, String realm) {
        return new HssEndpoint(new InetSocketAddress(host, port), new Realm(realm), Optional.empty());
    }

    /** The same, with requests naming {@code host} as their Destination-Host. */
    public HssEndpoint named(String host) {
        return new HssEndpoint(address, realm, Optional.of(new PeerHost(host)));
    }

    /** The name under which the stack files its one peer; the wire never sees it. */
    String name() {
        return destinationHost.map(PeerHost::value).orElse("hss." + realm.value());
    }
}
