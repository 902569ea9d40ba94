// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

/**
 * The part of their requests that peers are to keep back (the loss algorithm, RFC 7683 6). What is refused although they keep some back is
 * added; when nothing is refused a little less is asked for each time, or much less when there is no queue. Knows no clock and is not
 * thread-safe.
 */
final class Reduction {

    /** Refusing less than this is no overload to tell of. */
    private static final double WORTH_TELLING = 0.01;

    private static final double SLOW_RETURN = 1.1;
    private static final double FAST_RETURN = 1.5;
    private static final double MOST = 0.99;
    private static final double ALL = 100;

    /** The part that may be sent, 0 to 1. */
    private double pass = 1;

    /**
     * An interval is over.
     *
     * @param admitted requests let in
     * @param refused requests refused
     * @param idle whether the queue was short
     */
    void intervalEnded(long admitted, long refused, boolean idle) {
        double share = refused == 0 ? 0 : (double) refused / (admitted + refused);
        if (share >= WORTH_TELLING) {
            pass = Math.max(pass * (1 - share), 1 - MOST);
        } else {
            pass = Math.min(1, pass * (idle ? FAST_RETURN : SLOW_RETURN));
        }
    }

    /** OC-Reduction-Percentage, 0 to 99. */
    int percentage() {
        return (int) Math.round((1 - pass) * ALL);
    }
}
