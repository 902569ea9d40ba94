// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.Optional;
import org.jhss.peer.base.PeerCapabilities;
import org.jhss.peer.policy.PeerTerms;
import org.jhss.peer.policy.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection: what it said of itself, and on what terms it was let in. Belongs to the connection's event loop;
 * only {@link #capabilities} may be asked for from elsewhere.
 */
final class RemotePeer {

    private volatile Optional<PeerCapabilities> capabilities = Optional.empty();
    private String name = "";
    private byte[] hostOctets = new byte[0];
    private byte[] realmOctets = new byte[0];
    private boolean relay;
    private PeerTerms terms = PeerTerms.NONE;
    private @Nullable RateLimit rateLimit;

    /** Its CER or CEA has come. */
    void identified(PeerCapabilities offered) {
        capabilities = Optional.of(offered);
        name = offered.host().value();
        hostOctets = Octets.ascii(name);
        realmOctets = Octets.ascii(offered.realm().value());
        relay = offered.isRelay();
    }

    void grant(PeerTerms granted, Optional<RateLimit> limit) {
        terms = granted;
        rateLimit = limit.orElse(null);
    }

    /** What it said of itself; empty before CER or CEA. */
    Optional<PeerCapabilities> capabilities() {
        return capabilities;
    }

    /** Its Origin-Host, "" before it is known. */
    String name() {
        return name;
    }

    /** The Origin-Host of its CER or CEA, not to be changed. */
    byte[] hostOctets() {
        return hostOctets;
    }

    /** The Origin-Realm of its CER or CEA, not to be changed. */
    byte[] realmOctets() {
        return realmOctets;
    }

    /** Whether it advertises to relay. */
    boolean isRelay() {
        return relay;
    }

    PeerTerms terms() {
        return terms;
    }

    /** Whether this request is one more than agreed. */
    boolean isTooFast() {
        var limit = rateLimit;
        return limit != null && !limit.take(System.nanoTime());
    }
}
