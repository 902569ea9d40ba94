// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.diameter.dictionary.Application;
import org.jhss.identity.PeerHost;
import org.jhss.peer.base.DisconnectCause;
import org.jhss.peer.connection.CloseReason;
import org.jhss.peer.connection.Connection;
import org.jhss.peer.fsm.PeerState;
import org.jhss.platform.logging.RateLimitedLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps outgoing peers connected and writes the comings and goings of all peers down.
 *
 * <p>A peer that disconnected with DO_NOT_WANT_TO_TALK_TO_YOU is not connected to again until it connects itself or we restart; one that
 * is BUSY is left alone for some minutes (RFC 6733 5.4.3).
 */
final class PeerKeeper implements PeerObserver {

    private static final Logger LOG = LoggerFactory.getLogger(PeerKeeper.class);
    /** A peer that comes and goes without end is told of now and then only. */
    private static final RateLimitedLog QUIET = new RateLimitedLog(LOG, 10, Duration.ofSeconds(10));

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration BUSY_PAUSE = Duration.ofMinutes(5);

    private final PeerBook book;
    private final ScheduledExecutorService timer;
    private final Map<PeerHost, Attempts> attempts = new ConcurrentHashMap<>();
    private volatile @Nullable Connector connector;
    private volatile boolean stopping;

    private static final class Attempts {
        private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, ThreadLocalRandom.current());
        private final AtomicInteger count = new AtomicInteger();
    }

    PeerKeeper(PeerBook book, ScheduledExecutorService timer) {
        this.book = book;
        this.timer = timer;
    }

    void use(Connector by) {
        connector = by;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void connect(Peer peer) {
        var outgoing = peer.outgoing();
        var by = connector;
        if (outgoing.isEmpty() || by == null) {
            peer.notConnected();
            return;
        }
        var addresses = outgoing.get().addresses();
        var address = addresses.get(Math.floorMod(of(peer).count.getAndIncrement(), addresses.size()));
        by.connect(peer.host(), address, outgoing.get().transport()).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.atInfo()
                        .addKeyValue("peer", peer.host())
                        .addKeyValue("address", address)
                        .log("cannot connect to peer: " + failure.getMessage());
                peer.notConnected();
            }
        });
    }

    @Override
    public void opened(Peer peer, Connection connection, List<Application> applications) {
        if (peer.outgoing().isPresent()) {
            of(peer).backoff.reset();
        }
        book.opened(peer.host(), connection, applications);
        QUIET.atInfo(peer.host().canonical())
                .addKeyValue("peer", peer.host())
                .addKeyValue("remote", connection.remote())
                .addKeyValue("transport", connection.transport().name())
                .addKeyValue(
                        "applications",
                        applications.stream().map(Application::name).toList())
                .log("peer connected");
    }

    @Override
    public void left(Peer peer, CloseReason reason) {
        book.left(peer.host());
        QUIET.atInfo(peer.host().canonical())
                .addKeyValue("peer", peer.host())
                .log("peer disconnected: " + reason.text());
    }

    @Override
    public void changed(Peer peer, PeerState state) {
        book.entered(peer.host(), state);
        if (state == PeerState.CLOSED && peer.outgoing().isPresent() && !stopping) {
            again(peer);
        }
    }

    private void again(Peer peer) {
        var cause = peer.takeCause();
        if (cause == DisconnectCause.DO_NOT_WANT_TO_TALK_TO_YOU) {
            LOG.atWarn().addKeyValue("peer", peer.host()).log("peer does not want to be connected to; left alone");
            return;
        }
        long pause = of(peer).backoff.nextMillis();
        if (cause == DisconnectCause.BUSY) {
            pause += BUSY_PAUSE.toMillis();
        }
        try {
            var _ = timer.schedule(
                    () -> {
                        if (!stopping) {
                            peer.start();
                        }
                    },
                    pause,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.debug("{} is not connected to again: the timer has stopped", peer.host());
        }
    }

    private Attempts of(Peer peer) {
        return attempts.computeIfAbsent(peer.host(), host -> new Attempts());
    }
}
