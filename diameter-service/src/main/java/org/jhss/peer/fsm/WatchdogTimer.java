// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Tw of RFC 3539 3.4.1: the configured interval with a jitter of at most two seconds (and at most a third of it) to either
 * side, drawn anew each time.
 */
public final class WatchdogTimer {

    private static final long MAX_JITTER_NANOS = Duration.ofSeconds(2).toNanos();

    private final long intervalNanos;
    private final long jitterNanos;
    private final RandomGenerator random;

    /**
     * @param interval Twinit, greater than zero
     */
    public WatchdogTimer(Duration interval, RandomGenerator random) {
        this.intervalNanos = interval.toNanos();
        this.jitterNanos = Math.min(MAX_JITTER_NANOS, intervalNanos / 3);
        this.random = random;
    }

    /** The next Tw in nanoseconds. */
    public long next() {
        return intervalNanos - jitterNanos + random.nextLong(2 * jitterNanos + 1);
    }
}
