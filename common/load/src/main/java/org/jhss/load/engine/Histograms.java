// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import org.HdrHistogram.Histogram;

/** Histograms of microseconds. */
final class Histograms {

    /** The longest latency told apart: the longest time-out and then some. */
    private static final long MAX_MICROS = 1_200_000_000L;

    private static final int DIGITS = 3;
    private static final int COARSE_DIGITS = 2;
    private static final long NANOS_PER_MICRO = 1000;

    private Histograms() {}

    static Histogram fine() {
        return new Histogram(MAX_MICROS, DIGITS);
    }

    static Histogram coarse() {
        return new Histogram(MAX_MICROS, COARSE_DIGITS);
    }

    /** What to record for that time: rounded to the nearest microsecond and within the bounds. */
    static long micros(long nanos) {
        long micros = (nanos + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO;
        return Math.clamp(micros, 0, MAX_MICROS);
    }
}
