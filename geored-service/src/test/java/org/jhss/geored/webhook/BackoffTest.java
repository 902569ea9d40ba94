// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    @Test
    void doubles_with_each_failure_up_to_the_limit() {
        assertThat(backoff.after(0, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(1, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.after(4, 1)).isEqualTo(Duration.ofSeconds(16));
        assertThat(backoff.after(9, 1)).isEqualTo(Duration.ofMinutes(5));
    }

    @Property
    void chance_takes_up_to_half_and_never_more_than_the_limit(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int failures, @ForAll @DoubleRange(max = 1) double chance) {
        var least = backoff.after(failures, 0);
        assertThat(backoff.after(failures, chance)).isBetween(least, least.multipliedBy(2));
        assertThat(backoff.after(failures, chance)).isBetween(Duration.ofMillis(500), Duration.ofMinutes(5));
    }
}
