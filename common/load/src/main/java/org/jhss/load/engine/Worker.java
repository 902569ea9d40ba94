// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.message.Message;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.Pace;
import org.jhss.load.report.LoadReport;
import org.jspecify.annotations.Nullable;

/** One thread of the generator: its links, when to send over them, and the clock that ends things. Runs on its event loop. */
final class Worker implements LinkOwner {

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LEAVE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private enum Phase {
        CONNECTING,
        SENDING,
        DRAINING,
        LEAVING,
        DONE
    }

    private final LoadPlan plan;
    private final EventLoop loop;
    private final List<PeerLink> links = new ArrayList<>();
    private final WorkerStats stats;
    private final Exchange exchange;
    private final long countShare;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable Pacer pacer;
    private Phase phase = Phase.CONNECTING;
    private long startNanos;
    private long measureNanos;
    private long endNanos;
    private long leaveNanos;
    private long lastProbe;
    private long cpuAtStart;

    /**
     * @param countShare of the plan's count
     */
    Worker(LoadPlan plan, EventLoop loop, WorkerStats stats, Exchange exchange, long countShare) {
        this.plan = plan;
        this.loop = loop;
        this.stats = stats;
        this.exchange = exchange;
        this.countShare = countShare;
    }

    void add(PeerLink link) {
        links.add(link);
    }

    EventLoop loop() {
        return loop;
    }

    WorkerStats stats() {
        return stats;
    }

    List<PeerLink> links() {
        return links;
    }

    /** Done when all links are open. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Done when nothing is left to do. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** How long requests have been sent after the warm-up, in nanoseconds. */
    long measuredNanos() {
        return phase == Phase.CONNECTING ? 0 : Math.max(0, exchange.sentUntil() - measureNanos);
    }

    /** What a report calls the phase. */
    LoadReport.Phase phase() {
        return switch (phase) {
            case CONNECTING -> LoadReport.Phase.CONNECTING;
            case SENDING -> System.nanoTime() < measureNanos ? LoadReport.Phase.WARMING_UP : LoadReport.Phase.MEASURING;
            case DRAINING, LEAVING -> LoadReport.Phase.DRAINING;
            case DONE -> LoadReport.Phase.DONE;
        };
    }

    /** Processor time of this thread since requests began, in nanoseconds. */
    long cpuNanos() {
        return phase == Phase.CONNECTING ? 0 : ThreadClock.cpuNanos() - cpuAtStart;
    }

    void connect() {
        links.forEach(PeerLink::connect);
        scheduleTick();
    }

    /**
     * Begins to send.
     *
     * @param start the time that all threads count from
     * @param share of the window or of the rate that is this thread's
     */
    void begin(long start, double share, Pace pace) {
        if (phase != Phase.CONNECTING) {
            return;
        }
        phase = Phase.SENDING;
        cpuAtStart = ThreadClock.cpuNanos();
        startNanos = start;
        measureNanos = start + plan.span().warmUp().toNanos();
        endNanos = measureNanos + plan.span().duration().toNanos();
        lastProbe = start;
        exchange.begin(measureNanos, endNanos, countShare);
        pacer = switch (pace) {
            case Pace.Window window -> new WindowPacer(window, share, links, exchange);
            case Pace.Rate rate -> new RatePacer(rate.perSecond() * share, start, links, exchange, loop, plan.links());
        };
        pacer.start();
    }

    /** Stops sending and waits for what is outstanding. */
    void stop() {
        if (phase == Phase.CONNECTING) {
            leave(System.nanoTime());
        } else if (phase == Phase.SENDING) {
            endNanos = Math.min(endNanos, System.nanoTime());
            exchange.endAt(endNanos);
            drain();
        }
    }

    @Override
    public void opened(PeerLink link) {
        if (links.stream().allMatch(PeerLink::isOpen)) {
            ready.complete(null);
        }
        if (phase == Phase.SENDING || phase == Phase.DRAINING) {
            exchange.resend(link);
            link.flush();
        }
        drained(link);
    }

    @Override
    public void closed(PeerLink link, boolean wasOpen) {
        exchange.closed(link, System.nanoTime());
        if (phase == Phase.CONNECTING && plan.links().reconnect().isEmpty()) {
            // There is nothing to wait for: the others may begin.
            ready.complete(null);
        }
        if (phase == Phase.SENDING && pacer != null) {
            pacer.drained(link);
        }
    }

    @Override
    public void answered(PeerLink link, Message answer, long arrivalNanos) {
        exchange.answered(link, answer, arrivalNanos);
    }

    @Override
    public void drained(PeerLink link) {
        if (phase == Phase.SENDING && pacer != null) {
            pacer.drained(link);
            if (exchange.isOver(System.nanoTime())) {
                drain();
            }
        } else if (phase == Phase.DRAINING) {
            drain();
        }
    }

    private void drain() {
        phase = Phase.DRAINING;
        if (pacer != null) {
            pacer.stop();
        }
        exchange.stopSending(System.nanoTime());
        if (exchange.outstanding() == 0) {
            leave(System.nanoTime());
        }
    }

    private void leave(long now) {
        phase = Phase.LEAVING;
        leaveNanos = now;
        links.forEach(PeerLink::leave);
        checkLeft();
    }

    private void checkLeft() {
        if (links.stream().allMatch(PeerLink::isDown)) {
            phase = Phase.DONE;
            stats.close();
            done.complete(null);
        }
    }

    private void scheduleTick() {
        var _ = loop.schedule(this::tick, TICK_NANOS, TimeUnit.NANOSECONDS);
    }

    private void tick() {
        long now = System.nanoTime();
        for (var link : links) {
            link.checkPatience(now);
        }
        if (phase == Phase.SENDING || phase == Phase.DRAINING) {
            stats.rollTo((int) TimeUnit.NANOSECONDS.toSeconds(now - startNanos));
            exchange.expire(now);
            probe(now);
            if (phase == Phase.SENDING && pacer != null) {
                pacer.tick();
                if (exchange.isOver(now) || isAlone()) {
                    drain();
                }
            } else if (phase == Phase.DRAINING) {
                drain();
            }
        } else if (phase == Phase.LEAVING) {
            if (now - leaveNanos > LEAVE_NANOS) {
                links.forEach(PeerLink::abort);
            }
            checkLeft();
        }
        if (phase != Phase.DONE) {
            scheduleTick();
        }
    }

    /** Whether no connection is left and none will be made. */
    private boolean isAlone() {
        return plan.links().reconnect().isEmpty() && links.stream().allMatch(PeerLink::isDown);
    }

    private void probe(long now) {
        var interval = plan.links().watchdog();
        if (interval.isPresent() && now - lastProbe >= interval.get().toNanos()) {
            lastProbe = now;
            links.forEach(PeerLink::probe);
        }
    }
}
