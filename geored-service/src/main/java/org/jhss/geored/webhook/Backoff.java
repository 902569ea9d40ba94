// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure: twice as long each time up to a limit, of which between half and all is taken at random, so that
 * many senders do not come back at once.
 *
 * @param first after the first failure, before chance
 * @param longest never more
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * The wait before the next attempt.
     *
     * @param failures how many attempts have failed before this one
     */
    Duration after(int failures) {
        return after(failures, ThreadLocalRandom.current().nextDouble());
    }

    /**
     * @param chance from 0 to 1
     */
    Duration after(int failures, double chance) {
        long doubled = first.toMillis() << Math.min(Math.max(failures, 0), MOST_DOUBLINGS);
        long most = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(most / 2 + Math.round(most / 2.0 * chance));
    }
}
