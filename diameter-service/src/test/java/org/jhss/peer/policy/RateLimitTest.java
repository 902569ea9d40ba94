// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jhss.platform.config.AllowedPeerConfig.Rate;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private static int taken(RateLimit limit, int tries, long now) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            if (limit.take(now)) {
                taken++;
            }
        }
        return taken;
    }

    @Test
    void aBurstIsLetThroughAndThenAsManyAsTheRateSays() {
        var limit = new RateLimit(new Rate(10, 25), 0);

        assertThat(taken(limit, 100, 0)).isEqualTo(25);
        assertThat(taken(limit, 100, SECOND / 10)).isEqualTo(1);
        assertThat(taken(limit, 100, SECOND)).isEqualTo(9);
        assertThat(taken(limit, 100, 100 * SECOND))
                .as("full again, and no fuller")
                .isEqualTo(25);
    }

    @Test
    void itWorksWhenTheClockPassesItsEnd() {
        long late = Long.MAX_VALUE - SECOND / 2;
        var limit = new RateLimit(new Rate(10, 10), late);

        assertThat(taken(limit, 20, late)).isEqualTo(10);
        assertThat(taken(limit, 20, late + SECOND)).isEqualTo(10);
    }

    @Property
    void neverMoreThanBurstAndRateTogether(
            @ForAll @IntRange(min = 1, max = 1000) int perSecond,
            @ForAll @IntRange(min = 1, max = 1000) int burst,
            @ForAll @Size(max = 200) java.util.List<@IntRange(min = 0, max = 50_000_000) Integer> pauses) {
        var limit = new RateLimit(new Rate(perSecond, burst), 0);
        long now = 0;
        int taken = 0;
        for (int pause : pauses) {
            now += pause;
            taken += taken(limit, 3, now);
        }
        assertThat(taken).isLessThanOrEqualTo((int) (burst + now * perSecond / SECOND + 1));
    }
}
