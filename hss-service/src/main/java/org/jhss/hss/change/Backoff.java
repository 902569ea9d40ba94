// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When to try again: after 1 s, 2 s, 4 s ... at most half a minute, each shortened by up to a quarter at random.
 *
 * @param expire how long after the change it is worth it
 * @param random from 0 to 1
 */
record Backoff(Duration expire, DoubleSupplier random) {

    private static final long FIRST_MILLIS = 1_000;
    private static final long MOST_MILLIS = 30_000;
    private static final int MOST_DOUBLINGS = 5;
    private static final double JITTER = 0.25;

    /**
     * The time of the next attempt; empty when the change is too old for one.
     *
     * @param attempt the one that failed, from 1 on
     */
    Optional<Instant> next(Instant created, Instant now, int attempt) {
        long pause = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(MOST_DOUBLINGS, Math.max(0, attempt - 1)));
        var next = now.plusMillis((long) (pause * (1 - JITTER * random.getAsDouble())));
        return next.isAfter(created.plus(expire)) ? Optional.empty() : Optional.of(next);
    }
}
