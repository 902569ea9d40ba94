// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jhss.hss.outbound.NodeAnswer;
import org.jhss.store.change.ChangeQueue;

/** What is measured of changes on their way to the network. Thread-safe. */
final class ChangeMetrics {

    private static final double MILLIS_PER_SECOND = 1000;

    private final MeterRegistry registry;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();

    ChangeMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("jhss_changes_pending", pending, AtomicLong::get)
                .description("Changes of what is provisioned that have not reached all nodes yet")
                .register(registry);
        Gauge.builder("jhss_changes_oldest_age_seconds", oldestMillis, millis -> millis.get() / MILLIS_PER_SECOND)
                .description("Age of the oldest of them")
                .register(registry);
    }

    void count(String command, NodeAnswer answer) {
        Counter.builder("jhss_changes_results")
                .description("Requests that tell nodes of changes, by command and outcome")
                .tag("command", command)
                .tag("outcome", answer.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    void backlog(ChangeQueue.Backlog backlog, long nowMillis) {
        pending.set(backlog.pending());
        oldestMillis.set(
                backlog.oldest().isPresent()
                        ? Math.max(0, nowMillis - backlog.oldest().getAsLong())
                        : 0);
    }

    /** For people. */
    String summary() {
        return pending.get() == 0
                ? "none waits"
                : pending.get() + " wait, the oldest for " + oldestMillis.get() / (long) MILLIS_PER_SECOND + " s";
    }
}
