// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import java.time.Duration;

/**
 * How long requests are sent. Afterwards outstanding answers are waited for.
 *
 * @param warmUp time at the start whose requests are checked, but not measured
 * @param duration of what is measured, after the warm-up; above zero
 * @param count requests that end the run earlier, warm-up included; {@link Long#MAX_VALUE} for no bound
 */
public record Span(Duration warmUp, Duration duration, long count) {

    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public Span {
        if (warmUp.isNegative() || duration.isZero() || duration.isNegative() || count < 1) {
            throw new IllegalArgumentException("a run lasts longer than no time and sends at least 1 request");
        }
    }
}
