// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.policy;

import java.util.concurrent.atomic.AtomicLong;
import org.jhss.platform.config.AllowedPeerConfig.Rate;

/**
 * A token bucket, kept as the one time at which it will be full again (the "virtual scheduling" form of ITU-T I.371 Annex A). Thread-safe
 * without locks.
 */
public final class RateLimit {

    private static final long SECOND = 1_000_000_000L;

    private final long perRequest;
    private final long tolerance;
    private final AtomicLong fullAt;

    /**
     * @param nowNanos the time, as {@link System#nanoTime} has it
     */
    public RateLimit(Rate rate, long nowNanos) {
        this.perRequest = SECOND / rate.perSecond();
        this.tolerance = perRequest * rate.burst();
        this.fullAt = new AtomicLong(nowNanos);
    }

    /** Takes a token; false when there is none. */
    public boolean take(long nowNanos) {
        while (true) {
            long full = fullAt.get();
            long next = (full - nowNanos > 0 ? full : nowNanos) + perRequest;
            if (next - nowNanos > tolerance) {
                return false;
            }
            if (fullAt.compareAndSet(full, next)) {
                return true;
            }
        }
    }
}
