// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.util.ArrayList;
import java.util.List;
import org.jhss.load.report.IntervalSample;

/** The seconds of a run, put together from those of its threads. Keeps histograms of the last seconds only. Thread-safe. */
final class Timeline {

    /** How long a thread may lag behind another with its second. */
    private static final int OPEN_SECONDS = 10;

    private final List<IntervalSample> closed = new ArrayList<>();
    private final List<Interval> open = new ArrayList<>();

    /** Adds a second of one thread, which it keeps no more. */
    synchronized void add(Interval interval) {
        for (var known : open) {
            if (known.second == interval.second) {
                known.add(interval);
                return;
            }
        }
        open.add(interval);
        open.sort((a, b) -> Integer.compare(a.second, b.second));
        while (open.size() > OPEN_SECONDS) {
            closed.add(open.removeFirst().sample());
        }
    }

    synchronized List<IntervalSample> samples() {
        var all = new ArrayList<>(closed);
        open.forEach(interval -> all.add(interval.sample()));
        return all;
    }
}
