// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import org.HdrHistogram.Histogram;

/**
 * Latencies in microseconds; all 0 when nothing was measured. In open loop they count from the time that the schedule gave.
 *
 * @param count how many were measured
 * @param mean the arithmetic mean
 */
public record Latency(long count, double mean, long min, long p50, long p90, long p95, long p99, long p999, long max) {

    /** Nothing measured. */
    public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final double P50 = 50;
    private static final double P90 = 90;
    private static final double P95 = 95;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    /** The figures of a histogram of microseconds. */
    public static Latency of(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return NONE;
        }
        return new Latency(
                histogram.getTotalCount(),
                histogram.getMean(),
                histogram.getMinValue(),
                histogram.getValueAtPercentile(P50),
                histogram.getValueAtPercentile(P90),
                histogram.getValueAtPercentile(P95),
                histogram.getValueAtPercentile(P99),
                histogram.getValueAtPercentile(P999),
                histogram.getMaxValue());
    }
}
