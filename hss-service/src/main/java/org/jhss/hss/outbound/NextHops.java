// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import java.util.ArrayList;
import java.util.List;
import org.jhss.diameter.dictionary.Base;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.BusKeys;
import org.jhss.platform.bus.peers.PeerLocation;
import org.jhss.platform.bus.peers.PeerRecord;
import org.jhss.platform.bus.peers.PeerRegistry;

/**
 * Finds the connections that lead to a request's destination, best first: the destination host itself; the peer that the
 * subscriber's registration came by, a relay as a rule; when the configuration allows, any connected agent. Without a destination
 * host, peers of the realm and then agents. Thread-safe.
 */
final class NextHops {

    /** PyHSS's name of the kind of peer that relays. */
    private static final String AGENT = "dra";

    private static final long RELAY_APPLICATION = Integer.toUnsignedLong(Base.RELAY.id());

    private final PeerRegistry peers;
    private final BusKeys keys;
    private final boolean agentFallback;

    NextHops(PeerRegistry peers, BusKeys keys, boolean agentFallback) {
        this.peers = peers;
        this.keys = keys;
        this.agentFallback = agentFallback;
    }

    List<PeerLocation> find(OutboundRequest request) {
        var hops = new ArrayList<PeerLocation>();
        if (request.destinationHost().isPresent()) {
            add(hops, request, request.destinationHost().get());
            request.via().ifPresent(via -> add(hops, request, via));
            if (agentFallback) {
                addConnected(hops, request, NextHops::isAgent);
            }
        } else {
            addConnected(
                    hops,
                    request,
                    peer -> peer.identity()
                            .realm()
                            .equalsIgnoreCase(request.destinationRealm().value()));
            addConnected(hops, request, NextHops::isAgent);
        }
        return hops;
    }

    private void add(List<PeerLocation> hops, OutboundRequest request, PeerHost host) {
        peers.find(host).filter(hop -> serves(hop.peer(), request)).ifPresent(hop -> addOnce(hops, hop));
    }

    private void addConnected(
            List<PeerLocation> hops, OutboundRequest request, java.util.function.Predicate<PeerRecord> which) {
        for (var peer : peers.snapshot()) {
            if (peer.state().connected() && which.test(peer) && serves(peer, request)) {
                addOnce(
                        hops,
                        new PeerLocation(peer.instance(), peer.connectionId(), keys.outbound(peer.instance()), peer));
            }
        }
    }

    private static void addOnce(List<PeerLocation> hops, PeerLocation hop) {
        if (hops.stream()
                .noneMatch(known -> known.connectionId() == hop.connectionId()
                        && known.instance().equals(hop.instance()))) {
            hops.add(hop);
        }
    }

    private static boolean isAgent(PeerRecord peer) {
        return peer.identity().type().equalsIgnoreCase(AGENT)
                || peer.applications().contains(RELAY_APPLICATION);
    }

    private static boolean serves(PeerRecord peer, OutboundRequest request) {
        return peer.applications().isEmpty()
                || peer.applications().contains(RELAY_APPLICATION)
                || peer.applications()
                        .contains(Integer.toUnsignedLong(request.command().applicationId()));
    }
}
