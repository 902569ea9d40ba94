// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "5, 16", "6, 30", "7, 30", "100, 30"})
    void waits_longer_each_time_up_to_half_a_minute(int attempt, int seconds) {
        assertThat(new Backoff(Duration.ofDays(1), () -> 0).next(NOW, NOW, attempt))
                .contains(NOW.plusSeconds(seconds));
    }

    @Test
    void is_shortened_by_chance() {
        assertThat(new Backoff(Duration.ofDays(1), () -> 1).next(NOW, NOW, 3)).contains(NOW.plusSeconds(3));
    }

    @Test
    void gives_up_what_is_too_old() {
        assertThat(new Backoff(Duration.ofSeconds(60), () -> 0).next(NOW.minusSeconds(59), NOW, 2))
                .isEmpty();
    }
}
