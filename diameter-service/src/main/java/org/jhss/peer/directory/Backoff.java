// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing pauses between attempts, half of each drawn at random so that restarted peers do not come all at once. Not thread-safe. */
final class Backoff {

    private final long firstMillis;
    private final long mostMillis;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.firstMillis = first.toMillis();
        this.mostMillis = most.toMillis();
        this.random = random;
    }

    /** The pause before the next attempt, in milliseconds: between half of it and the whole, doubling each time up to the most. */
    long nextMillis() {
        int shift = Math.min(failures++, 30);
        long whole = Math.min(mostMillis, firstMillis << shift);
        return whole / 2 + random.nextLong(whole - whole / 2 + 1);
    }

    /** It worked: the next pause is the first again. */
    void reset() {
        failures = 0;
    }
}
