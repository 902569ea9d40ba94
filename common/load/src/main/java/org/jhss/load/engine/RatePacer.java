// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jhss.load.plan.LinkPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Sends by a constant schedule. Requests that are due within the same quarter of a millisecond are due at its end, so that they can
 * leave together. What cannot be sent when it is due stays due, and its latency runs.
 */
final class RatePacer implements Pacer {

    private static final long GRANULE_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    private final double intervalNanos;
    private final long start;
    private final List<PeerLink> links;
    private final Exchange exchange;
    private final EventLoop loop;
    private final long patience;
    private final int maxOutstanding;
    private long number;
    private int next;
    private boolean stopped;
    private boolean scheduled;

    RatePacer(
            double perSecond, long start, List<PeerLink> links, Exchange exchange, EventLoop loop, LinkPolicy policy) {
        intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.start = start;
        this.links = links;
        this.exchange = exchange;
        this.loop = loop;
        this.patience = policy.requestTimeout().toNanos();
        this.maxOutstanding = policy.maxOutstanding();
    }

    @Override
    public void start() {
        sendDue();
    }

    /** Room was made, which counts only for what is overdue. */
    @Override
    public void drained(PeerLink link) {
        if (!stopped && due(number) < System.nanoTime() - GRANULE_NANOS) {
            sendDue();
        }
    }

    @Override
    public void tick() {}

    @Override
    public void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        // What was due and never left is owned up to.
        long now = System.nanoTime();
        while (due(number) <= now && !exchange.isPastEnd(due(number)) && exchange.hasQuota()) {
            exchange.skip();
            number++;
        }
    }

    private long due(long which) {
        long exact = (long) (which * intervalNanos);
        long rounded =
                intervalNanos >= GRANULE_NANOS ? exact : (exact + GRANULE_NANOS - 1) / GRANULE_NANOS * GRANULE_NANOS;
        return start + rounded;
    }

    private void wake() {
        scheduled = false;
        sendDue();
    }

    private void sendDue() {
        if (stopped) {
            return;
        }
        long now = System.nanoTime();
        boolean sent = false;
        while (due(number) <= now && !exchange.isPastEnd(due(number)) && exchange.hasQuota()) {
            long intended = due(number);
            if (now - intended > patience) {
                exchange.skip();
                number++;
                continue;
            }
            var link = exchange.outstanding() < maxOutstanding ? nextUsable() : null;
            if (link == null) {
                break;
            }
            exchange.send(link, intended, now);
            number++;
            sent = true;
        }
        if (sent) {
            for (var link : links) {
                link.flush();
            }
        }
        schedule(now);
    }

    private void schedule(long now) {
        if (!scheduled) {
            scheduled = true;
            long pause = Math.max(due(number) - now, GRANULE_NANOS / 2);
            var _ = loop.schedule(this::wake, pause, TimeUnit.NANOSECONDS);
        }
    }

    private @Nullable PeerLink nextUsable() {
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(next);
            next = next + 1 == links.size() ? 0 : next + 1;
            if (link.isUsable()) {
                return link;
            }
        }
        return null;
    }
}
