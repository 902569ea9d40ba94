// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jhss.cli.output.Console;
import org.jhss.load.LoadListener;
import org.jhss.load.report.CommandReport;
import org.jhss.load.report.IntervalSample;
import org.jhss.load.report.LoadReport;

/** One line that says how a run goes: on a terminal always the same one, elsewhere a new one now and then. */
final class Progress implements LoadListener {

    private static final double MICROS_PER_MILLI = 1000;
    private static final int LINES_APART = 10;
    private static final int WIDTH = 110;

    private final Console console;
    private int calls;

    Progress(Console console) {
        this.console = console;
    }

    @Override
    public void progress(LoadReport report) {
        var line = describe(report);
        if (console.ansi().enabled()) {
            show("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        } else if (calls++ % LINES_APART == LINES_APART - 1) {
            show(line + System.lineSeparator());
        }
    }

    /** Ends the line that was written over. */
    void end() {
        if (console.ansi().enabled()) {
            show("\r" + " ".repeat(WIDTH) + "\r");
        }
    }

    private void show(String text) {
        console.err().print(text);
        console.err().flush();
    }

    static String describe(LoadReport report) {
        var samples = report.intervals();
        var phase = report.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (samples.isEmpty()) {
            return phase;
        }
        var last = samples.getLast();
        return String.format(
                Locale.ROOT,
                "%4d s %-10s %7d/s  p50 %.2f  p99 %.2f ms  lost %d  faults %d  %s",
                last.second() + 1,
                phase,
                last.answered(),
                last.p50() / MICROS_PER_MILLI,
                last.p99() / MICROS_PER_MILLI,
                samples.stream().mapToLong(IntervalSample::lost).sum(),
                report.faults().total(),
                codes(report));
    }

    private static String codes(LoadReport report) {
        long all = report.commands().stream()
                .map(CommandReport::codes)
                .flatMap(codes -> codes.stream())
                .mapToLong(code -> code.count())
                .sum();
        var shares = report.commands().stream()
                .flatMap(command -> command.codes().stream())
                .collect(Collectors.groupingBy(code -> code.name(), Collectors.summingLong(code -> code.count())));
        return shares.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .map(share -> String.format(Locale.ROOT, "%s %.1f%%", share.getKey(), 100.0 * share.getValue() / all))
                .collect(Collectors.joining(" "));
    }
}
