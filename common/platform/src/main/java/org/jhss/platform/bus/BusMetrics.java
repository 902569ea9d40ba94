// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.ToDoubleFunction;

/** The bus's meters; per stream those that differ by stream. */
final class BusMetrics {

    private final MeterRegistry registry;

    BusMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Counter counter(String name, String stream) {
        return registry.counter(name, "stream", stream);
    }

    Counter counter(String name) {
        return registry.counter(name);
    }

    <T> void gauge(String name, String stream, T source, ToDoubleFunction<T> value) {
        registry.gauge(name, Tags.of("stream", stream), source, value);
    }
}
