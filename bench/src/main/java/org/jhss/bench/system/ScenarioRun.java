// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.traffic.Mix;
import org.jhss.bench.traffic.Traffic;
import org.jhss.load.plan.Pace;

/**
 * Measures one scenario on a rig of its own.
 *
 * @param times how long
 * @param sampleEvery vectors of one answer in so many are computed again
 * @param progress is told each line
 */
record ScenarioRun(Times times, int sampleEvery, Consumer<String> progress) {

    /**
     * How long.
     *
     * @param compile load before the first measurement, so that the JVMs have compiled what they run
     * @param settle load before each measurement
     * @param measure load of each measurement
     */
    record Times(Duration compile, Duration settle, Duration measure) {}

    private static final int COMPILE_WINDOW = 256;

    ScenarioResult measure(Scenario scenario) throws SQLException {
        progress.accept(scenario.title());
        long start = System.nanoTime();
        try (var rig = rig(scenario)) {
            long loaded = Duration.ofNanos(System.nanoTime() - start).toMillis();
            var traffic = new Traffic(rig.diameterAddresses(), rig.population(), sampleEvery);
            traffic.run(Mix.MIXED, window(COMPILE_WINDOW), Duration.ZERO, times.compile());
            var lines = new ArrayList<Measurement>();
            for (var mix : scenario.mixes()) {
                lines.addAll(measure(scenario, rig, traffic, mix));
            }
            return new ScenarioResult(scenario, rig.database().durability(), loaded, lines, Part.memory(rig));
        }
    }

    private List<Measurement> measure(Scenario scenario, Rig rig, Traffic traffic, Mix mix) {
        var lines = new ArrayList<Measurement>();
        for (int window : scenario.windows()) {
            lines.add(measure(rig, traffic, mix, "window " + window, window(window)));
        }
        if (scenario.halfLoad()) {
            double half = lines.stream()
                            .mapToDouble(Measurement::answersPerSecond)
                            .max()
                            .orElseThrow()
                    / 2;
            var label = String.format(Locale.ROOT, "%,.0f/s", half);
            lines.add(measure(rig, traffic, mix, label, new Pace.Rate(half)));
        }
        return lines;
    }

    private Measurement measure(Rig rig, Traffic traffic, Mix mix, String label, Pace pace) {
        var before = Part.cpuTimes(rig);
        var report = traffic.run(mix, pace, times.settle(), times.measure());
        var line = Measurement.of(mix.label(), label, report, before, Part.cpuTimes(rig));
        progress.accept("  " + Tables.line(line));
        return line;
    }

    private static Rig rig(Scenario scenario) {
        return Rig.builder()
                .database(scenario.database())
                .subscribers(scenario.subscribers())
                .hssServices(scenario.hssServices())
                .keepLarge()
                .start();
    }

    private static Pace window(int requests) {
        return new Pace.Window(requests, false);
    }
}
