// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos;

import java.time.Duration;

/**
 * How hard a scenario tries.
 *
 * @param duration how long requests are sent; what is done is done inside that time
 * @param rate requests per second where the scenario does not choose itself
 * @param seed of all random choices
 */
public record Effort(Duration duration, int rate, long seed) {

    private static final long SEED = 20_261_122;

    /** So long, at so many requests per second. */
    public static Effort of(Duration duration, int rate) {
        return new Effort(duration, rate, SEED);
    }
}
