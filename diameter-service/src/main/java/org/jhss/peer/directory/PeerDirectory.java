// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.peer.base.DisconnectCause;
import org.jhss.peer.base.PeerCapabilities;
import org.jhss.peer.base.ServedApplications;
import org.jhss.peer.connection.CloseReason;
import org.jhss.peer.connection.Connection;
import org.jhss.peer.connection.ConnectionListener;
import org.jhss.peer.connection.PeerLookup;
import org.jhss.peer.fsm.PeerState;
import org.jhss.platform.logging.RateLimitedLog;
import org.jhss.platform.logging.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All peers by Origin-Host: who is one, who may be one, and which connection leads to whom. Thread-safe. */
public final class PeerDirectory implements ConnectionListener, PeerLookup {

    private static final Logger LOG = LoggerFactory.getLogger(PeerDirectory.class);
    private static final RateLimitedLog QUIET = new RateLimitedLog(LOG, 5, Duration.ofSeconds(10));
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);

    private final Map<PeerHost, Peer> peers = new ConcurrentHashMap<>();
    private final PeerHost own;
    private final PeerPolicy policy;
    private final PeerBook book;
    private final int maxPeers;
    private final int reserve;
    private final Duration forgetAfter;
    private final PeerKeeper keeper;
    private volatile boolean stopping;

    /**
     * @param own our Origin-Host
     * @param policy who may be a peer
     * @param book where peers are written down
     * @param maxPeers most peers known at a time
     * @param reserve how many of them are kept for peers that are listed
     * @param forgetAfter time after which a disconnected peer is forgotten
     * @param timer for pauses between attempts
     */
    public PeerDirectory(
            PeerHost own,
            PeerPolicy policy,
            PeerBook book,
            int maxPeers,
            int reserve,
            Duration forgetAfter,
            ScheduledExecutorService timer) {
        this.own = own;
        this.policy = policy;
        this.book = book;
        this.maxPeers = maxPeers;
        this.reserve = reserve;
        this.forgetAfter = forgetAfter;
        this.keeper = new PeerKeeper(book, timer);
        var _ = timer.scheduleWithFixedDelay(
                Recurring.of("peer housekeeping", this::housekeep),
                HOUSEKEEPING.toMillis(),
                HOUSEKEEPING.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Connects to those peers, and keeps connecting. */
    public void connectTo(List<OutgoingPeer> outgoing, Connector connector) {
        keeper.use(connector);
        for (var target : outgoing) {
            var peer = new Peer(target.host(), own, Optional.of(target), keeper);
            peers.put(target.host(), peer);
            peer.start();
        }
    }

    /** Says DPR to all peers. */
    public void stop() {
        stopping = true;
        keeper.stop();
        peers.values().forEach(Peer::stop);
    }

    /** Whether every peer is closed; its connection has been told to close then, and may not have done it yet. */
    public boolean isClosed() {
        return peers.values().stream().allMatch(peer -> peer.state() == PeerState.CLOSED);
    }

    /** How many peers are open. */
    public int openCount() {
        int count = 0;
        for (var peer : peers.values()) {
            if (peer.state().isOpen()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public Optional<Connection> open(PeerHost host) {
        var peer = peers.get(host);
        return peer == null ? Optional.empty() : peer.open();
    }

    // --- from connections ---

    @Override
    public void connected(Connection connection) {
        var peer = target(connection);
        if (peer.isPresent() && !stopping) {
            peer.get().connected(connection);
        } else {
            connection.close(CloseReason.STOPPED);
        }
    }

    @Override
    public void capabilitiesRequested(Connection connection, PeerCapabilities capabilities) {
        if (stopping) {
            connection.refuse(ResultCode.UNABLE_TO_COMPLY, "this node stops");
            return;
        }
        if (capabilities.host().equals(own)) {
            refuseUnknown(connection, capabilities, "it claims to be us");
            return;
        }
        switch (decide(connection, capabilities)) {
            case PeerPolicy.Refused(var reason) -> refuseUnknown(connection, capabilities, reason);
            case PeerPolicy.Allowed(var terms) -> {
                var common = capabilities.common(terms.offered());
                if (common.isEmpty()) {
                    QUIET.atWarn("applications")
                            .addKeyValue("peer", capabilities.host())
                            .addKeyValue("remote", connection.remote())
                            .addKeyValue("offered", capabilities.applications())
                            .log("peer refused: no application in common");
                    connection.refuse(ResultCode.NO_COMMON_APPLICATION, "no application in common");
                } else if (!hasRoomFor(capabilities.host(), terms.listed())) {
                    QUIET.atWarn("peers")
                            .addKeyValue("peer", capabilities.host())
                            .log("peer refused: hss.max_peers are known already");
                    connection.refuse(ResultCode.TOO_BUSY, "too many peers");
                } else {
                    // Within compute, so that the peer is not forgotten between being found and being told.
                    peers.compute(capabilities.host(), (host, known) -> {
                        var peer = known == null ? new Peer(host, own, Optional.empty(), keeper) : known;
                        connection.grant(terms, peer.limit(terms));
                        peer.requested(connection, new Agreement(terms.offered(), common));
                        return peer;
                    });
                }
            }
        }
    }

    private PeerPolicy.Decision decide(Connection connection, PeerCapabilities capabilities) {
        return policy.decide(new PeerClaim(capabilities.host(), capabilities.realm(), connection.transport()));
    }

    @Override
    public void capabilitiesAnswered(Connection connection, PeerCapabilities capabilities) {
        target(connection).ifPresent(peer -> {
            var outgoing = peer.outgoing();
            var common =
                    capabilities.common(outgoing.map(OutgoingPeer::applications).orElseGet(ServedApplications::all));
            var realm = outgoing.flatMap(OutgoingPeer::realm);
            if (!capabilities.host().equals(peer.host())) {
                fail(peer, connection, "it says that it is " + capabilities.host());
            } else if (realm.isPresent() && !realm.get().equals(capabilities.realm())) {
                fail(peer, connection, "its realm is " + capabilities.realm());
            } else if (common.isEmpty()) {
                fail(peer, connection, "no application in common");
            } else {
                switch (decide(connection, capabilities)) {
                    case PeerPolicy.Refused(var reason) -> fail(peer, connection, reason);
                    case PeerPolicy.Allowed(var terms) -> {
                        connection.grant(terms, peer.limit(terms));
                        peer.answered(connection, common);
                    }
                }
            }
        });
    }

    @Override
    public void capabilitiesFailed(Connection connection, String why) {
        target(connection).ifPresent(peer -> fail(peer, connection, why));
    }

    @Override
    public void disconnectRequested(Connection connection, DisconnectCause cause) {
        peer(connection).ifPresent(peer -> peer.disconnectRequested(connection, cause));
    }

    @Override
    public void disconnectAnswered(Connection connection) {
        peer(connection).ifPresent(peer -> peer.disconnectAnswered(connection));
    }

    @Override
    public void probed(Connection connection, boolean alive) {
        peer(connection).ifPresent(peer -> peer.probed(connection, alive));
    }

    @Override
    public void closed(Connection connection, CloseReason reason) {
        peer(connection).ifPresent(peer -> peer.closed(connection, reason));
    }

    private static void fail(Peer peer, Connection connection, String why) {
        QUIET.atWarn(peer.host().canonical())
                .addKeyValue("peer", peer.host())
                .addKeyValue("remote", connection.remote())
                .log("no connection to peer: " + why);
        peer.failed(connection);
    }

    private static void refuseUnknown(Connection connection, PeerCapabilities capabilities, String reason) {
        QUIET.atWarn("unknown")
                .addKeyValue("peer", capabilities.host())
                .addKeyValue("remote", connection.remote())
                .log("peer refused: " + reason);
        connection.refuse(ResultCode.UNKNOWN_PEER, "peer not known here");
    }

    private Optional<Peer> target(Connection connection) {
        return connection.target().flatMap(host -> Optional.ofNullable(peers.get(host)));
    }

    private Optional<Peer> peer(Connection connection) {
        var host = connection.target().or(() -> connection.capabilities().map(PeerCapabilities::host));
        return host.flatMap(name -> Optional.ofNullable(peers.get(name)));
    }

    private void housekeep() {
        book.refresh();
        book.goneFor(forgetAfter).forEach(this::forget);
    }

    /**
     * Whether one more peer may be known; those that are gone make room, the one gone for longest first. Peers that are listed nowhere
     * leave room for those that are.
     */
    private boolean hasRoomFor(PeerHost host, boolean listed) {
        int most = listed ? maxPeers : Math.max(maxPeers - reserve, 0);
        if (peers.size() < most || peers.containsKey(host)) {
            return true;
        }
        for (var gone : book.goneFor(Duration.ZERO)) {
            forget(gone);
            if (peers.size() < most) {
                return true;
            }
        }
        return false;
    }

    private void forget(PeerHost gone) {
        peers.computeIfPresent(gone, (host, peer) -> {
            if (peer.outgoing().isPresent() || peer.state() != PeerState.CLOSED) {
                return peer;
            }
            book.forget(host);
            return null;
        });
    }
}
