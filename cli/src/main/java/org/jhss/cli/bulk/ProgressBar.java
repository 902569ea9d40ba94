// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.bulk;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import org.jhss.cli.output.Console;

/** How far a long piece of work is: on a terminal one line that is written over, elsewhere a line every few seconds. */
final class ProgressBar {

    private static final long NANOS = 1_000_000_000;
    private static final long REDRAW = NANOS / 5;
    private static final long LINES_APART = 5 * NANOS;
    private static final int CELLS = 30;
    private static final int WIDTH = 100;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double PERCENT = 100;

    private final Console console;
    private final boolean shown;
    private final long began = System.nanoTime();
    private long drawn;
    private long first = -1;

    ProgressBar(Console console, boolean shown) {
        this.console = console;
        this.shown = shown;
        this.drawn = console.ansi().enabled() ? 0 : began;
    }

    /**
     * Shows how far it is, if it was not shown just before.
     *
     * @param records done so far
     * @param share of the whole that is done, 0 to 1, if that is known
     * @param remark for the end of the line
     */
    void update(long records, double share, String remark) {
        long now = System.nanoTime();
        if (first < 0) {
            first = records;
        }
        boolean terminal = console.ansi().enabled();
        if (!shown || now - drawn < (terminal ? REDRAW : LINES_APART)) {
            return;
        }
        drawn = now;
        double seconds = Math.max(1, now - began) / (double) NANOS;
        var line = describe(records, (records - first) / seconds, share, left(share, seconds), remark, terminal);
        console.err().print(terminal ? "\r" + padded(line) : line + System.lineSeparator());
        console.err().flush();
    }

    private static OptionalLong left(double share, double seconds) {
        return share > 0 && share < 1 ? OptionalLong.of(Math.round(seconds / share - seconds)) : OptionalLong.empty();
    }

    static String describe(
            long records, double rate, double share, OptionalLong secondsLeft, String remark, boolean bar) {
        var line = new StringBuilder();
        if (bar && share > 0) {
            int full = (int) Math.round(Math.min(share, 1) * CELLS);
            line.append('[').repeat('#', full).repeat('.', CELLS - full).append("] ");
        }
        if (share > 0) {
            line.append(String.format(Locale.ROOT, "%3.0f%%  ", PERCENT * Math.min(share, 1)));
        }
        line.append(String.format(Locale.ROOT, "%,d records  %,.0f/s", records, rate));
        secondsLeft.ifPresent(left ->
                line.append("  ").append(clock(Duration.ofSeconds(left))).append(" left"));
        return line.append(remark.isEmpty() ? "" : "  " + remark).toString();
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSeconds() % SECONDS_PER_MINUTE);
    }

    private static String padded(String line) {
        return line + " ".repeat(Math.max(0, WIDTH - line.length()));
    }

    /** Ends the line that was written over. */
    void end() {
        if (shown && console.ansi().enabled() && drawn > 0) {
            console.err().print("\r" + " ".repeat(WIDTH) + "\r");
            console.err().flush();
        }
    }
}
