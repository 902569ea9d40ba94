// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import java.time.Duration;

/**
 * How a peer connects again: at once to the next target, then after pauses that double.
 *
 * @param initial the first pause, above zero
 * @param max the longest pause, not below the first
 */
public record Backoff(Duration initial, Duration max) {

    /** From 50 ms to 1 s: quick, so that what is measured is the system's recovery rather than ours. */
    public static final Backoff QUICK = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

    /**
     * @throws IllegalArgumentException when a pause is out of its range
     */
    public Backoff {
        if (initial.isZero() || initial.isNegative() || max.compareTo(initial) < 0) {
            throw new IllegalArgumentException(
                    "pauses between attempts are above zero, the longest not below the first");
        }
    }
}
