// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.peers;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.BusKeys;

/** All records as they were at one moment. Immutable. */
final class PeerView {

    static final PeerView EMPTY = new PeerView(List.of(), Map.of());

    private final List<PeerRecord> all;
    private final Map<PeerHost, PeerLocation> open;

    private PeerView(List<PeerRecord> all, Map<PeerHost, PeerLocation> open) {
        this.all = all;
        this.open = open;
    }

    static PeerView of(List<PeerRecord> records, BusKeys keys) {
        var open = new HashMap<PeerHost, PeerLocation>();
        for (var peer : records) {
            var host = peer.identity().host();
            if (host.isPresent() && peer.state().connected()) {
                open.merge(host.get(), location(peer, keys), PeerView::newer);
            }
        }
        return new PeerView(List.copyOf(records), Map.copyOf(open));
    }

    List<PeerRecord> all() {
        return all;
    }

    Optional<PeerLocation> find(PeerHost host) {
        return Optional.ofNullable(open.get(host));
    }

    private static PeerLocation location(PeerRecord peer, BusKeys keys) {
        return new PeerLocation(peer.instance(), peer.connectionId(), keys.outbound(peer.instance()), peer);
    }

    private static PeerLocation newer(PeerLocation one, PeerLocation other) {
        int order = opened(one.peer()).compareTo(opened(other.peer()));
        if (order == 0) {
            order = Long.compare(one.connectionId(), other.connectionId());
        }
        return order >= 0 ? one : other;
    }

    private static Instant opened(PeerRecord peer) {
        return peer.history().lastConnect().orElse(Instant.EPOCH);
    }
}
