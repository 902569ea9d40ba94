// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    @Test
    void lets_a_quarter_of_a_second_through_at_once_and_the_rate_over_time() {
        var bucket = new TokenBucket(200, 0);
        int left = 0;
        for (long now = 0; now <= 10_000; now += 20) {
            int available = bucket.available(now);
            bucket.take(available);
            left += available;
        }
        assertThat(new TokenBucket(200, 0).available(0)).isEqualTo(50);
        assertThat(left).isBetween(2045, 2050);
    }

    @Test
    void what_leaves_beyond_the_rate_is_waited_for() {
        var bucket = new TokenBucket(100, 0);
        bucket.take(125);

        assertThat(bucket.available(900)).isLessThan(1);
        assertThat(bucket.available(1_010)).isEqualTo(1);
    }

    @Test
    void time_that_goes_back_gives_nothing() {
        var bucket = new TokenBucket(100, 1_000);
        bucket.take(25);

        assertThat(bucket.available(0)).isZero();
    }
}
