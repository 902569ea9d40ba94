// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jhss.platform.logging.Recurring;

/**
 * PyHSS's {@code prom_diam_request_count} and {@code prom_diam_response_count}: gauges that grow once in each
 * {@code benchmarking.reporting_interval} by what came and went in it.
 */
public final class IntervalCounts {

    private final PeerMetrics metrics;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong responses = new AtomicLong();

    private IntervalCounts(PeerMetrics metrics) {
        this.metrics = metrics;
    }

    /** Starts counting. */
    public static void start(
            PeerMetrics metrics, MeterRegistry registry, Duration interval, ScheduledExecutorService timer) {
        var counts = new IntervalCounts(metrics);
        var label = Long.toString(interval.toSeconds());
        Gauge.builder("prom_diam_request_count", counts.requests, AtomicLong::get)
                .description("Number of Diameter Requests Received")
                .tag("benchmark_interval", label)
                .register(registry);
        Gauge.builder("prom_diam_response_count", counts.responses, AtomicLong::get)
                .description("Number of Diameter Responses Sent")
                .tag("benchmark_interval", label)
                .register(registry);
        var _ = timer.scheduleAtFixedRate(
                Recurring.of("interval counts", counts::report), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void report() {
        requests.set((long) metrics.requestCount());
        responses.set((long) metrics.answerCount());
    }
}
