// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Says the same thing at most once in a while. Thread-safe. */
final class RateLimitedLog {

    private final Logger log;
    private final long pauseNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    RateLimitedLog(Logger log, Duration pause) {
        this.log = log;
        this.pauseNanos = pause.toNanos();
    }

    void warn(String message, String cause) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + pauseNanos)) {
            log.atWarn().addKeyValue("cause", cause).log(message);
        }
    }
}
