// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.util.Locale;

/** Lines of measurements as people read them. */
final class Tables {

    private static final double MICROS_PER_MILLI = 1_000;

    static final String HEAD = """
            | asked | load | answers/s | p50 ms | p95 | p99 | p99.9 | CPU ms per request: diameter | hss | Redis | database \
            | together | generator | not succeeded |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private Tables() {}

    /** For the terminal. */
    static String line(Measurement line) {
        return String.format(
                Locale.ROOT,
                "%-20s %-12s %,8.0f/s  p50 %s  p99 %s ms  CPU %s ms (generator %s)%s",
                line.what(),
                line.pace(),
                line.answersPerSecond(),
                millis(line.latency().p50()),
                millis(line.latency().p99()),
                cpu(line.systemCpuMicros()),
                cpu(line.generatorCpuMicros()),
                line.notSucceeded() + line.faults() == 0
                        ? ""
                        : "  " + line.notSucceeded() + " not succeeded, " + line.faults() + " faults");
    }

    /** For a table. */
    static String row(Measurement line) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %s | %s | %s | %s | %s | %s | %s | %s | **%s** | %s | %s |%n",
                line.what(),
                line.pace(),
                line.answersPerSecond(),
                millis(line.latency().p50()),
                millis(line.latency().p95()),
                millis(line.latency().p99()),
                millis(line.latency().p999()),
                cpu(line.cpu(Part.DIAMETER)),
                cpu(line.cpu(Part.HSS)),
                cpu(line.cpu(Part.REDIS)),
                cpu(line.cpu(Part.DATABASE)),
                cpu(line.systemCpuMicros()),
                cpu(line.generatorCpuMicros()),
                line.faults() == 0 ? line.notSucceeded() : line.notSucceeded() + " and " + line.faults() + " faults");
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f", micros / MICROS_PER_MILLI);
    }

    private static String cpu(double micros) {
        return String.format(Locale.ROOT, "%.4f", micros / MICROS_PER_MILLI);
    }
}
