// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import org.HdrHistogram.Histogram;
import org.jhss.load.report.IntervalSample;

/** One second of one thread, or of several put together. */
final class Interval {

    final int second;
    final Histogram latency = Histograms.coarse();
    long sent;
    long answered;
    long succeeded;
    long lost;
    long ended;

    Interval(int second) {
        this.second = second;
    }

    void add(Interval other) {
        latency.add(other.latency);
        sent += other.sent;
        answered += other.answered;
        succeeded += other.succeeded;
        lost += other.lost;
        ended += other.ended;
    }

    IntervalSample sample() {
        boolean any = latency.getTotalCount() != 0;
        return new IntervalSample(
                second,
                sent,
                answered,
                succeeded,
                lost,
                ended,
                any ? latency.getValueAtPercentile(MEDIAN) : 0,
                any ? latency.getValueAtPercentile(P99) : 0,
                any ? latency.getMaxValue() : 0);
    }

    private static final double MEDIAN = 50;
    private static final double P99 = 99;
}
