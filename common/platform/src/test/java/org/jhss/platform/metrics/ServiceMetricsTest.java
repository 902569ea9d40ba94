// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceMetricsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jvm_memory_used_bytes",
                "jvm_gc_memory_allocated_bytes_total",
                "jvm_threads_live_threads",
                "process_cpu_usage",
                "process_files_open_files",
                "process_uptime_seconds"
            })
    void theProcessIsMeasured(String name) {
        try (var metrics = new ServiceMetrics("hss", "hss-1")) {
            assertThat(metrics.scrape())
                    .contains("\n" + name + "{")
                    .contains("service=\"hss\",service_instance=\"hss-1\"");
        }
    }

    @Test
    void aCounterOfPyHssKeepsItsName() {
        try (var metrics = new ServiceMetrics("hss", "hss-1")) {
            Counter.builder("prom_diam_auth_event_count")
                    .tag("event", "Unknown User")
                    .register(metrics.registry())
                    .increment();

            assertThat(metrics.scrape()).contains("prom_diam_auth_event_count_total{event=\"Unknown User\",");
        }
    }
}
