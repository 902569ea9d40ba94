// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.load.report.ChecksDone;
import org.jhss.load.report.Faults;
import org.jhss.load.report.GeneratorReport;
import org.jhss.load.report.Latency;
import org.jhss.load.report.LinkReport;
import org.jhss.load.report.LoadReport;
import org.jhss.load.report.RequestCounts;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final RequestCounts WARM_UP = new RequestCounts(1_000, 1_000, 1_000, 0, 0, 0, 0);
    private static final Map<Part, Duration> BEFORE =
            Map.of(Part.HSS, Duration.ofSeconds(10), Part.REDIS, Duration.ofSeconds(1));
    private static final Map<Part, Duration> AFTER = Map.of(
            Part.HSS,
            Duration.ofMillis(10_200),
            Part.REDIS,
            Duration.ofMillis(1_050),
            Part.DIAMETER,
            Duration.ofMillis(100));

    @Test
    void cpu_time_is_spread_over_all_requests_of_the_run() {
        var line = Measurement.of(
                "AIR", "window 1", report(new RequestCounts(4_000, 4_000, 4_000, 0, 0, 0, 0)), BEFORE, AFTER);

        assertThat(line.sent()).isEqualTo(5_000);
        assertThat(line.cpu(Part.HSS)).isEqualTo(40, within(1e-9));
        assertThat(line.cpu(Part.REDIS)).isEqualTo(10, within(1e-9));
        assertThat(line.cpu(Part.DIAMETER)).isEqualTo(20, within(1e-9));
        assertThat(line.cpu(Part.DATABASE)).isZero();
    }

    @Test
    void the_system_is_all_its_parts_without_the_generator() {
        var line = Measurement.of(
                "AIR", "window 1", report(new RequestCounts(4_000, 4_000, 4_000, 0, 0, 0, 0)), BEFORE, AFTER);

        assertThat(line.systemCpuMicros()).isEqualTo(70, within(1e-9));
        assertThat(line.generatorCpuMicros()).isEqualTo(100, within(1e-9));
    }

    @Test
    void refused_failed_lost_and_cut_off_requests_did_not_succeed() {
        var line = Measurement.of(
                "AIR", "window 1", report(new RequestCounts(4_000, 3_990, 3_900, 40, 6, 4, 0)), BEFORE, AFTER);

        assertThat(line.notSucceeded()).isEqualTo(100);
    }

    @Test
    void nothing_sent_costs_nothing() {
        var none = new LoadReport(
                LoadReport.Phase.DONE,
                Duration.ZERO,
                RequestCounts.NONE,
                RequestCounts.NONE,
                0,
                0,
                Latency.NONE,
                List.of(),
                new Faults(0, 0, 0, 0, 0, Map.of(), 0, 0),
                new ChecksDone(0, 0, 0, 0),
                links(),
                List.of(),
                generator(Duration.ZERO),
                Optional.empty());

        assertThat(Measurement.of("AIR", "window 1", none, BEFORE, AFTER).systemCpuMicros())
                .isZero();
    }

    private static LoadReport report(RequestCounts measured) {
        return new LoadReport(
                LoadReport.Phase.DONE,
                Duration.ofSeconds(1),
                measured,
                WARM_UP,
                4_000,
                4_000,
                Latency.NONE,
                List.of(),
                new Faults(0, 0, 0, 0, 0, Map.of(), 0, 0),
                new ChecksDone(0, 0, 0, 0),
                links(),
                List.of(),
                generator(Duration.ofMillis(500)),
                Optional.empty());
    }

    private static LinkReport links() {
        return new LinkReport(1, 1, 0, 0, 0, Map.of(), Latency.NONE, 0, 0, 0);
    }

    private static GeneratorReport generator(Duration cpu) {
        return new GeneratorReport(cpu, 0, Latency.NONE, 0, 0);
    }
}
