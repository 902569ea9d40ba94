// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Patience() {}

    /**
     * Waits until {@code condition} holds.
     *
     * @throws IllegalStateException when it does not within {@code limit}; {@code what} says what was waited for
     */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(what + ": not within " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    /** Lets {@code time} pass. */
    public static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            pause();
        }
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
