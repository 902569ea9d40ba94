// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jhss.chaos.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short form of what {@code ./jhss chaos bad-input} does for longer. */
@Timeout(180)
class BadInputIT {

    private static final int TIMES = 100;

    @Test
    void hostile_peers_harm_nobody_but_themselves() {
        var report = new BadInput(TIMES).run(Effort.of(Duration.ofSeconds(1), 0));

        assertThat(report.breaches()).as(report.toString()).isEmpty();
        assertThat(report.counts().sent()).isGreaterThan(100);
        assertThat(report.counts().lost()).isZero();
    }
}
