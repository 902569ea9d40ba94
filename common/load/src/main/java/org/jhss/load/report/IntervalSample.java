// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

/**
 * One second of the run. Latencies are of what was answered in it, in microseconds.
 *
 * @param second since requests began, warm-up included, from 0
 * @param sent requests sent in it
 * @param answered answers in it
 * @param succeeded answers of success in it
 * @param lost requests that timed out in it
 * @param ended requests that a connection's end took in it
 */
public record IntervalSample(
        int second, long sent, long answered, long succeeded, long lost, long ended, long p50, long p99, long max) {}
