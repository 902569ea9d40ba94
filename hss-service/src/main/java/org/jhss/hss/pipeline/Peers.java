// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.util.HashMap;
import java.util.Map;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.hss.metrics.PeerMeters;
import org.jhss.identity.PeerHost;

/** What one worker keeps per adjacent peer, so that a name is parsed and its meters are looked up once. */
final class Peers {

    /** Beyond this many names all are forgotten, and learnt anew as they come: a bound on memory, not a cache policy. */
    private static final int MOST = 2_000;

    private static final PeerHost NAMELESS = new PeerHost("unknown");

    private final Map<String, Peer> byName = new HashMap<>();
    private final HssMetrics metrics;

    /**
     * @param host its Origin-Host
     * @param meters what is counted for it
     */
    record Peer(PeerHost host, PeerMeters meters) {}

    Peers(HssMetrics metrics) {
        this.metrics = metrics;
    }

    Peer get(String name) {
        var known = byName.get(name);
        if (known != null) {
            return known;
        }
        if (byName.size() >= MOST) {
            byName.clear();
        }
        var host = PeerHost.parse(name).orElse(NAMELESS);
        var peer = new Peer(host, metrics.peer(host.value()));
        byName.put(name, peer);
        return peer;
    }
}
