// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** The bus's meters; per stream those that differ by stream. */
final class BusMetrics {

    private final MeterRegistry registry;

    BusMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Counter counter(String name, String stream, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("stream", stream)
                .register(registry);
    }

    Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    <T> void gauge(String name, String stream, String description, T source, ToDoubleFunction<T> value) {
        Gauge.builder(name, source, value)
                .description(description)
                .tag("stream", stream)
                .register(registry);
    }
}
