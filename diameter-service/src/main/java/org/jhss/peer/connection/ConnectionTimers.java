// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The named timers of one connection as deadlines that a periodic tick looks at: arming one is a store. Not thread-safe. */
final class ConnectionTimers {

    private static final ConnectionTimer[] ALL = ConnectionTimer.values();

    private final long[] deadlines = new long[ALL.length];
    private final boolean[] armed = new boolean[ALL.length];

    /** (Re)starts a timer. */
    void arm(ConnectionTimer timer, long nowNanos, Duration time) {
        arm(timer, nowNanos + time.toNanos());
    }

    /** (Re)starts a timer. */
    void arm(ConnectionTimer timer, long deadlineNanos) {
        deadlines[timer.index()] = deadlineNanos;
        armed[timer.index()] = true;
    }

    void cancel(ConnectionTimer timer) {
        armed[timer.index()] = false;
    }

    boolean isArmed(ConnectionTimer timer) {
        return armed[timer.index()];
    }

    void cancelAll() {
        java.util.Arrays.fill(armed, false);
    }

    /** A timer that ran out, which is disarmed by that; null when none did. */
    @Nullable
    ConnectionTimer expired(long nowNanos) {
        for (var timer : ALL) {
            int i = timer.index();
            if (armed[i] && deadlines[i] - nowNanos <= 0) {
                armed[i] = false;
                return timer;
            }
        }
        return null;
    }
}
