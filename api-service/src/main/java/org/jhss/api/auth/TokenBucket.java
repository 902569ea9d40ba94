// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.auth;

import java.util.concurrent.TimeUnit;

/** Lets through a burst, and then a steady rate. Thread-safe. */
final class TokenBucket {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double capacity;
    private final double perSecond;
    private double level;
    private long filledAt;

    /**
     * @param perSecond how fast it fills; above 0
     * @param now from {@link System#nanoTime}
     */
    TokenBucket(int capacity, double perSecond, long now) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.level = capacity;
        this.filledAt = now;
    }

    /** Takes one if there is one. */
    synchronized boolean take(long now) {
        fill(now);
        if (level < 1) {
            return false;
        }
        level -= 1;
        return true;
    }

    /** Whether there is one. */
    synchronized boolean hasAny(long now) {
        fill(now);
        return level >= 1;
    }

    /** Whole seconds until there is one; at least 1. */
    synchronized long secondsToNext(long now) {
        fill(now);
        return Math.max(1, (long) Math.ceil((1 - level) / perSecond));
    }

    private void fill(long now) {
        long passed = now - filledAt;
        if (passed > 0) {
            level = Math.min(capacity, level + passed * perSecond / NANOS_PER_SECOND);
            filledAt = now;
        }
    }
}
