// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.slf4j.spi.NOPLoggingEventBuilder;

/**
 * Lets a warning that may repeat thousands of times a second through at most n times per interval and key, and twenty times as often
 * over all keys, since peers may make keys up. The first line of a later interval tells in field {@code suppressed} how many were
 * held back. Thread-safe.
 */
public final class RateLimitedLog {

    /** Keys may come from peers; beyond this many, new ones share one budget. */
    private static final int MAX_KEYS = 1024;

    private static final String OTHERS = "";

    /** How many times one key's budget all keys together have. */
    private static final int OVERALL_FACTOR = 20;

    private final Logger logger;
    private final int most;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private final Budget overall;
    private final AtomicLong sweptAt;

    /**
     * @param most lines per interval and key, at least 1
     */
    public RateLimitedLog(Logger logger, int most, Duration interval) {
        this(logger, most, interval, System::nanoTime);
    }

    RateLimitedLog(Logger logger, int most, Duration interval, LongSupplier nanoTime) {
        if (most < 1) {
            throw new IllegalArgumentException("a rate limit lets at least one line through");
        }
        this.logger = logger;
        this.most = most;
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
        this.overall = new Budget(nanoTime.getAsLong());
        this.sweptAt = new AtomicLong(nanoTime.getAsLong());
    }

    /** A notice about {@code key}; does nothing when the budget is spent. */
    public LoggingEventBuilder atInfo(String key) {
        return at(Level.INFO, key);
    }

    /** A warning about {@code key}; does nothing when the budget is spent. */
    public LoggingEventBuilder atWarn(String key) {
        return at(Level.WARN, key);
    }

    /** An error about {@code key}; does nothing when the budget is spent. */
    public LoggingEventBuilder atError(String key) {
        return at(Level.ERROR, key);
    }

    private LoggingEventBuilder at(Level level, String key) {
        long now = nanoTime.getAsLong();
        sweep(now);
        var budgetKey = budgets.size() >= MAX_KEYS && !budgets.containsKey(key) ? OTHERS : key;
        long suppressed =
                budgets.computeIfAbsent(budgetKey, _ -> new Budget(now)).take(now, intervalNanos, most);
        if (suppressed < 0) {
            return NOPLoggingEventBuilder.singleton();
        }
        long suppressedOfAll = overall.take(now, intervalNanos, most * OVERALL_FACTOR);
        if (suppressedOfAll < 0) {
            overall.addSuppressed(suppressed);
            return NOPLoggingEventBuilder.singleton();
        }
        var event = logger.atLevel(level);
        long heldBack = suppressed + suppressedOfAll;
        return heldBack == 0 ? event : event.addKeyValue("suppressed", heldBack);
    }

    /** Forgets keys that nothing was said of for an interval, when there are too many. */
    private void sweep(long now) {
        long last = sweptAt.get();
        if (budgets.size() >= MAX_KEYS && now - last >= intervalNanos && sweptAt.compareAndSet(last, now)) {
            budgets.values().removeIf(budget -> {
                long suppressed = budget.endBefore(now - intervalNanos);
                overall.addSuppressed(Math.max(0, suppressed));
                return suppressed >= 0;
            });
        }
    }

    private static final class Budget {
        private long since;
        private int used;
        private long suppressed;

        Budget(long since) {
            this.since = since;
        }

        /** How many were suppressed before, or -1 when this one is too. */
        synchronized long take(long now, long intervalNanos, int most) {
            if (now - since >= intervalNanos) {
                since = now;
                used = 0;
            }
            if (used >= most) {
                suppressed++;
                return -1;
            }
            used++;
            long before = suppressed;
            suppressed = 0;
            return before;
        }

        /** How many were suppressed when its interval began before {@code time}, or -1 when it is in use. */
        synchronized long endBefore(long time) {
            return since - time <= 0 ? suppressed : -1;
        }

        synchronized void addSuppressed(long count) {
            suppressed += count;
        }
    }
}
