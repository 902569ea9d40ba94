// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

/**
 * How many requests may wait at a time, judged by what was answered lately. By Little's law a queue that is answered at a rate r delays by
 * its length / r, so the length that delays by the target is r x target. It is cut to that when even the fastest answers took longer than
 * the target (a standing queue, CoDel's sign of overload), and grows while it makes itself felt although answers come in time.
 *
 * <p>Only the answering rate while there is a queue says what the capacity is, and only then the limit is cut. Pauses in which nothing
 * is answered (a fail-over, a collection of garbage) say nothing: the time is added to the next interval with answers. Knows no clock and
 * is not thread-safe.
 */
final class AdmissionLimit {

    /** Where it starts: the work of a moment, which growth makes more of in a few intervals. */
    static final int INITIAL = 2048;

    /** Never fewer: batches of a useful size for some workers, however slow they are. */
    static final int LEAST = 128;

    private static final double RISE = 0.5;
    private static final double FALL = 0.1;
    private static final double GROWTH = 2;
    private static final double MARGIN = 1.2;
    private static final double NANOS = 1e9;

    private final int most;
    private final long targetNanos;
    private double limit;
    private double rate;
    private long unaccountedNanos;

    /**
     * @param most the limit's own limit
     * @param targetNanos delay to keep to
     */
    AdmissionLimit(int most, long targetNanos) {
        this.most = most;
        this.targetNanos = targetNanos;
        this.limit = Math.min(INITIAL, most);
    }

    /** Requests that may wait. */
    int value() {
        return (int) limit;
    }

    /** Answers per second, smoothed. */
    double rate() {
        return rate;
    }

    /**
     * An interval is over.
     *
     * @param elapsedNanos its length
     * @param answered requests answered in it
     * @param shortestWaitNanos how long the one answered fastest had waited
     * @param pressed whether the limit refused anything
     */
    void intervalEnded(long elapsedNanos, long answered, long shortestWaitNanos, boolean pressed) {
        unaccountedNanos += elapsedNanos;
        if (answered == 0 || unaccountedNanos <= 0) {
            return;
        }
        double now = answered * NANOS / unaccountedNanos;
        unaccountedNanos = 0;
        rate += (now - rate) * (now > rate ? RISE : FALL);
        double enough = rate * targetNanos / NANOS;
        if (shortestWaitNanos >= targetNanos) {
            limit = bounded(enough);
        } else if (limit < INITIAL || pressed) {
            // What was let in shows in the delay only after the delay: without a bound growth would go on too long.
            double sensible = pressed ? enough * MARGIN : INITIAL;
            limit = Math.max(limit, bounded(Math.min(limit * GROWTH, sensible)));
        }
    }

    private double bounded(double wanted) {
        return Math.min(Math.max(wanted, LEAST), most);
    }
}
