// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jhss.diameter.dictionary.Application;
import org.jhss.identity.PeerHost;
import org.jhss.peer.connection.Connection;
import org.jhss.peer.fsm.PeerState;
import org.jhss.peer.metrics.PeerMetrics;
import org.jhss.platform.bus.peers.PeerRecord;
import org.jhss.platform.bus.peers.PeerRegistry;

/** Writes peers into the registry that all processes read, and into the metrics. Thread-safe; does not wait for Redis. */
public final class PeerBook {

    private final String instance;
    private final PeerRegistry registry;
    private final PeerMetrics metrics;
    private final Map<PeerHost, PeerHistory> histories = new HashMap<>();
    private final Map<PeerHost, PeerRecord> published = new HashMap<>();

    /**
     * @param instance this process's id
     */
    public PeerBook(String instance, PeerRegistry registry, PeerMetrics metrics) {
        this.instance = instance;
        this.registry = registry;
        this.metrics = metrics;
    }

    synchronized void opened(PeerHost peer, Connection connection, List<Application> applications) {
        of(peer).opened(connection, applications);
        metrics.connectedState(peer.value(), true);
    }

    synchronized void left(PeerHost peer) {
        of(peer).left();
        metrics.connectedState(peer.value(), false);
    }

    synchronized void entered(PeerHost peer, PeerState state) {
        var history = of(peer);
        history.entered(state);
        history.record().ifPresent(record -> publish(peer, record));
    }

    /** Takes the counters as they are now. */
    synchronized void refresh() {
        histories.forEach((peer, history) -> history.record().ifPresent(registry::update));
    }

    /** Peers that have been gone for that time or longer, the one gone for longest first. */
    synchronized List<PeerHost> goneFor(Duration time) {
        var limit = Instant.now().minus(time);
        var gone = new HashMap<PeerHost, Instant>();
        histories.forEach((peer, history) ->
                history.goneSince().filter(since -> !since.isAfter(limit)).ifPresent(since -> gone.put(peer, since)));
        return gone.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized void forget(PeerHost peer) {
        histories.remove(peer);
        metrics.forgetPeer(peer.value());
        var last = published.remove(peer);
        if (last != null) {
            registry.remove(last);
        }
    }

    private void publish(PeerHost peer, PeerRecord record) {
        var before = published.put(peer, record);
        // A record goes by address and port: a peer that came back by another port would else be there twice.
        if (before != null && !before.key().equals(record.key())) {
            registry.remove(before);
        }
        registry.publish(record);
    }

    private PeerHistory of(PeerHost peer) {
        return histories.computeIfAbsent(peer, host -> new PeerHistory(instance, host));
    }
}
