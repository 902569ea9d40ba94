// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jhss.peer.overload.MessagePriority;
import org.jhss.peer.overload.OverloadControl;

/** What there is to see of overload. Thread-safe. */
public final class OverloadMetrics {

    private final Counter[] refused = new Counter[MessagePriority.LOWEST + 1];

    public OverloadMetrics(MeterRegistry registry, OverloadControl control) {
        for (int priority = 0; priority < refused.length; priority++) {
            refused[priority] = Counter.builder("jhss.peer.overload.refused")
                    .description("Requests answered 3004 (TOO_BUSY) by priority (RFC 7944; 10 when they name none)")
                    .tag("priority", Integer.toString(priority))
                    .register(registry);
        }
        gauge(
                registry,
                control,
                "limit",
                "Requests of the default priority that may wait for an answer",
                c -> c.admission().limit());
        gauge(
                registry,
                control,
                "outstanding",
                "Requests that wait for an answer",
                c -> c.admission().outstanding());
        gauge(
                registry,
                control,
                "outstanding.bytes",
                "Octets of the requests that wait for an answer",
                c -> c.admission().outstandingOctets());
        gauge(
                registry,
                control,
                "reduction",
                "Percentage that peers are asked to keep back (RFC 7683)",
                c -> c.reports().percentage());
        TimeGauge.builder(
                        "jhss.peer.overload.delay",
                        control,
                        TimeUnit.NANOSECONDS,
                        c -> c.admission().delayNanos())
                .description("Time in which the fastest answers came lately")
                .register(registry);
    }

    /** A request of that priority was refused, for there were too many. */
    public void refused(int priority) {
        refused[priority].increment();
    }

    private static void gauge(
            MeterRegistry registry,
            OverloadControl control,
            String name,
            String description,
            ToDoubleFunction<OverloadControl> value) {
        Gauge.builder("jhss.peer.overload." + name, control, value)
                .description(description)
                .register(registry);
    }
}
