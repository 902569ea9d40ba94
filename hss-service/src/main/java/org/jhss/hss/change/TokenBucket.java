// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

/** A rate, and how much of it may be used at once. One thread at a time. */
final class TokenBucket {

    private static final double MILLIS_PER_SECOND = 1000;

    /** At most a quarter of a second's worth leaves at once. */
    private static final double BURST_SECONDS = 0.25;

    private final double perMilli;
    private final double capacity;
    private double tokens;
    private long filledAt;

    TokenBucket(int perSecond, long nowMillis) {
        this.perMilli = perSecond / MILLIS_PER_SECOND;
        this.capacity = Math.max(1, perSecond * BURST_SECONDS);
        this.tokens = capacity;
        this.filledAt = nowMillis;
    }

    /** How many may leave now; less than 1 when more left than should have. */
    int available(long nowMillis) {
        tokens = Math.min(capacity, tokens + Math.max(0, nowMillis - filledAt) * perMilli);
        filledAt = nowMillis;
        return (int) Math.floor(tokens);
    }

    /** Counts {@code count} that leave, also more than are available: the next ones then wait longer. */
    void take(int count) {
        tokens -= count;
    }
}
