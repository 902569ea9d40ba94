// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets peers' requests in as long as they can be answered in time, those of high priority (RFC 7944) further than others: at the
 * {@linkplain AdmissionLimit limit} requests of the default priority are refused, lower ones before, higher ones only after half
 * as much again, so that each priority has room that those below it cannot take.
 *
 * <p>Thread-safe. Being let in, or not, costs a few uncontended additions.
 */
public final class Admission {

    /** How often the limit is judged. */
    public static final long INTERVAL_MILLIS = 100;

    /** Each step of priority is worth that part of the limit: 1.5 times the limit for 0, three quarters of it for 15. */
    private static final double ROOM_PER_PRIORITY = 0.05;

    private final OverloadSettings settings;
    private final AdmissionLimit limit;
    private volatile int[] room;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger urgent = new AtomicInteger();
    private final AtomicLong octets = new AtomicLong();
    private final LongAdder admitted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final AtomicLong shortestWait = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean pressed;
    private volatile long delayNanos;

    public Admission(OverloadSettings settings) {
        this.settings = settings;
        this.limit = new AdmissionLimit(
                settings.maxOutstanding(), settings.targetDelay().toNanos());
        this.room = roomByPriority();
    }

    /**
     * Asks for a request to be let in; {@link #leave} must follow when it is.
     *
     * @param priority 0 to 15
     * @param length octets of the message
     */
    public boolean enter(int priority, int length) {
        int[] rooms = room;
        int waiting = outstanding.get();
        boolean fits = waiting < rooms[priority] || (waiting < settings.maxOutstanding() && isUrgent(priority, rooms));
        if (!fits || octets.get() + length > settings.maxOutstandingBytes()) {
            pressed = true;
            refused.increment();
            return false;
        }
        outstanding.incrementAndGet();
        if (priority < MessagePriority.DEFAULT) {
            urgent.incrementAndGet();
        }
        octets.addAndGet(length);
        admitted.increment();
        return true;
    }

    /**
     * Whether the request is above the default priority and has room of its own, which is left even when more than the limit waits: it
     * was cut a moment ago.
     */
    private boolean isUrgent(int priority, int[] rooms) {
        return priority < MessagePriority.DEFAULT && urgent.get() < rooms[priority] - rooms[MessagePriority.DEFAULT];
    }

    /** A request that was let in with that priority and length is over, whatever became of it. */
    public void leave(int priority, int length) {
        outstanding.decrementAndGet();
        if (priority < MessagePriority.DEFAULT) {
            urgent.decrementAndGet();
        }
        octets.addAndGet(-length);
    }

    /** A request that was let in has been worked on and answered, after that time. */
    public void answered(long waitedNanos) {
        answered.increment();
        if (waitedNanos < shortestWait.get()) {
            shortestWait.accumulateAndGet(waitedNanos, Math::min);
        }
    }

    /** Requests let in and not over. */
    public int outstanding() {
        return outstanding.get();
    }

    /** Their octets. */
    public long outstandingOctets() {
        return octets.get();
    }

    /** Requests of the default priority that are let in at a time. */
    public int limit() {
        return room[MessagePriority.DEFAULT];
    }

    /** How long the fastest answer of the last interval with answers took. */
    public long delayNanos() {
        return delayNanos;
    }

    /** Requests let in so far. */
    public long admittedCount() {
        return admitted.sum();
    }

    /** Requests refused so far. */
    public long refusedCount() {
        return refused.sum();
    }

    /**
     * Judges the limit anew; to be called by one thread every {@link #INTERVAL_MILLIS} or so.
     *
     * @param elapsedNanos time since the last call
     */
    public void intervalEnded(long elapsedNanos) {
        long count = answered.sumThenReset();
        long wait = shortestWait.getAndSet(Long.MAX_VALUE);
        boolean felt = pressed;
        pressed = false;
        if (count > 0 && wait != Long.MAX_VALUE) {
            delayNanos = wait;
        }
        limit.intervalEnded(elapsedNanos, count, wait, felt);
        room = roomByPriority();
    }

    private int[] roomByPriority() {
        var rooms = new int[MessagePriority.LOWEST + 1];
        for (int priority = 0; priority < rooms.length; priority++) {
            double share = 1 + (MessagePriority.DEFAULT - priority) * ROOM_PER_PRIORITY;
            rooms[priority] = (int) Math.min(limit.value() * share, settings.maxOutstanding());
        }
        return rooms;
    }
}
