// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.api.route.Endpoint;
import org.jspecify.annotations.Nullable;

/** Times requests by path template, so the number of series does not depend on what clients ask for. */
final class RequestMetrics {

    private static final String OTHER = "other";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private record Series(String method, String path, int status) {}

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final AtomicInteger active = new AtomicInteger();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("api.requests.active", active);
    }

    void begin() {
        active.incrementAndGet();
    }

    /**
     * Counts a request that is over.
     *
     * @param endpoint null when none was found
     */
    void end(@Nullable Endpoint endpoint, int status, long nanos) {
        active.decrementAndGet();
        var series = endpoint == null
                ? new Series(OTHER, OTHER, status)
                : new Series(endpoint.method().name(), endpoint.path().text(), status);
        timers.computeIfAbsent(series, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Series series) {
        return Timer.builder("api.requests")
                .description("Time from the request's arrival to the end of the answer")
                .tag("method", series.method())
                .tag("path", series.path())
                .tag("status", Integer.toString(series.status()))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
