// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/** A first-come-first-served queue behind an {@link Admission}, in virtual milliseconds. */
final class SimulatedQueue {

    static final int LENGTH = 250;

    private record Waiting(long sinceMillis, int priority) {}

    private final Admission admission;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final long[] answered = new long[MessagePriority.LOWEST + 1];
    private final long[] refused = new long[MessagePriority.LOWEST + 1];
    private final double[] due = new double[MessagePriority.LOWEST + 1];
    private long nowMillis;
    private double work;
    private long longestWait;

    SimulatedQueue(Admission admission) {
        this.admission = admission;
    }

    /** Offers that many requests per second of default priority for a time, while that many can be answered per second. */
    void run(long millis, int capacity, int offered) {
        run(millis, capacity, offered, 0);
    }

    /** The same with that many of the highest priority besides. */
    void run(long millis, int capacity, int offered, int urgent) {
        for (long end = nowMillis + millis; nowMillis < end; nowMillis++) {
            // The urgent ones come last in each millisecond, when the others have taken what they can.
            offer(MessagePriority.DEFAULT, offered);
            offer(MessagePriority.HIGHEST, urgent);
            answer(capacity);
            if ((nowMillis + 1) % Admission.INTERVAL_MILLIS == 0) {
                admission.intervalEnded(TimeUnit.MILLISECONDS.toNanos(Admission.INTERVAL_MILLIS));
            }
        }
    }

    /** Nobody answers nor asks for a time. */
    void pause(long millis) {
        run(millis, 0, 0);
    }

    void forget() {
        java.util.Arrays.fill(answered, 0);
        java.util.Arrays.fill(refused, 0);
        longestWait = 0;
    }

    long answered(int priority) {
        return answered[priority];
    }

    long refused(int priority) {
        return refused[priority];
    }

    long longestWaitMillis() {
        return longestWait;
    }

    private void offer(int priority, int perSecond) {
        due[priority] += perSecond / 1000.0;
        for (; due[priority] >= 1; due[priority]--) {
            if (admission.enter(priority, LENGTH)) {
                queue.add(new Waiting(nowMillis, priority));
            } else {
                refused[priority]++;
            }
        }
    }

    private void answer(int perSecond) {
        work += perSecond / 1000.0;
        for (; work >= 1 && !queue.isEmpty(); work--) {
            var first = queue.remove();
            long waited = nowMillis - first.sinceMillis();
            longestWait = Math.max(longestWait, waited);
            answered[first.priority()]++;
            admission.answered(TimeUnit.MILLISECONDS.toNanos(waited));
            admission.leave(first.priority(), LENGTH);
        }
        work = Math.min(work, 1);
    }
}
