// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reports as the table of docs/reliability.md. */
final class ReportTable {

    private static final String HEAD = """
            | What was done | Sent | Success | Refused | Ended with connection | Lost | Twice | Late | SQN repeated | Location missing | Recovered in |
            |---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|
            """;

    private ReportTable() {}

    static String of(List<ScenarioReport> reports) {
        return HEAD + reports.stream().map(ReportTable::row).collect(Collectors.joining());
    }

    private static String row(ScenarioReport report) {
        var counts = report.counts();
        return "| " + report.done() + (report.isClean() ? "" : " **BREACH**")
                + " | " + counts.sent()
                + " | " + counts.succeeded()
                + " | " + refused(counts)
                + " | " + counts.ended()
                + " | " + counts.lost()
                + " | " + counts.duplicated()
                + " | " + counts.late()
                + " | " + counts.repeatedSqns()
                + " | " + counts.missingLocations()
                + " | " + report.recovery().map(ReportTable::seconds).orElse("-") + " |\n";
    }

    private static String refused(Counts counts) {
        return counts.refused().isEmpty()
                ? "0"
                : counts.refused().entrySet().stream()
                        .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
