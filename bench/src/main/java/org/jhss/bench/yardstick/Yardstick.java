// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.yardstick;

import java.util.List;
import java.util.Locale;
import org.jhss.load.report.Latency;

/**
 * One line of what is compared with.
 *
 * @param what what was measured
 * @param load how
 * @param perSecond messages a second
 * @param latency in microseconds
 * @param cpuMicros CPU time of the server per message, in microseconds
 * @param notSucceeded messages that were not answered with success
 */
public record Yardstick(
        String what, String load, double perSecond, Latency latency, double cpuMicros, long notSucceeded) {

    private static final double MICROS_PER_MILLI = 1_000;

    /** All lines as a table. */
    public static String table(List<Yardstick> lines) {
        var text = new StringBuilder("""
                | yardstick | load | messages/s | p50 ms | p95 | p99 | p99.9 | CPU ms of the server per message | not succeeded |
                |---|---|---|---|---|---|---|---|---|
                """);
        lines.forEach(line -> text.append(line.row()));
        return text.toString();
    }

    private String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %.2f | %.2f | %.2f | %.2f | %.4f | %d |%n",
                what,
                load,
                perSecond,
                latency.p50() / MICROS_PER_MILLI,
                latency.p95() / MICROS_PER_MILLI,
                latency.p99() / MICROS_PER_MILLI,
                latency.p999() / MICROS_PER_MILLI,
                cpuMicros / MICROS_PER_MILLI,
                notSucceeded);
    }
}
