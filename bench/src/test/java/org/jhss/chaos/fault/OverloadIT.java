// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jhss.chaos.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Short forms; what depends on an idle machine is left to {@code ./jhss chaos}. */
@Timeout(240)
class OverloadIT {

    @Test
    void what_cannot_be_answered_is_refused_and_not_lost() {
        var report = new Overload(false).run(Effort.of(Duration.ofSeconds(8), 0));

        assertThat(report.breaches()).as(report.toString()).isEmpty();
        assertThat(report.counts().sent()).isGreaterThan(100);
    }

    @Test
    void nothing_grows_while_peers_come_and_go() {
        var report = new Soak(false).run(Effort.of(Duration.ofSeconds(10), 0));

        assertThat(report.breaches()).as(report.toString()).isEmpty();
        assertThat(report.counts().succeeded()).isGreaterThan(100);
    }
}
