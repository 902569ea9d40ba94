// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import org.HdrHistogram.Histogram;
import org.jhss.load.command.Findings;

/** All that one thread counts. Written and copied on that thread only. */
final class WorkerStats {

    final EntryStats[] measured;
    final EntryStats[] warmUp;
    final LinkStats links = new LinkStats();
    final Findings findings = new Findings();
    final Histogram sendDelay = Histograms.fine();
    private final Timeline timeline;
    private Interval interval = new Interval(0);
    long duplicates;
    long late;
    long unsolicited;
    long mismatched;
    long unsent;
    long retransmitted;
    long answeredWhileSending;
    long succeededWhileSending;

    WorkerStats(int entries, Timeline timeline) {
        measured = stats(entries);
        warmUp = stats(entries);
        this.timeline = timeline;
    }

    /** The second at hand. */
    Interval interval() {
        return interval;
    }

    /** Hands in what belongs to seconds before {@code second}. */
    void rollTo(int second) {
        if (second > interval.second) {
            timeline.add(interval);
            interval = new Interval(second);
        }
    }

    /** Hands in the last second. */
    void close() {
        timeline.add(interval);
        interval = new Interval(interval.second + 1);
    }

    private static EntryStats[] stats(int entries) {
        var stats = new EntryStats[entries];
        for (int i = 0; i < entries; i++) {
            stats[i] = new EntryStats();
        }
        return stats;
    }
}
