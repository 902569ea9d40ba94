// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jhss.chaos.Effort;
import org.jhss.chaos.Scenario;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Short forms of what {@code ./jhss chaos} does for longer and under more load. */
@Timeout(240)
class FaultsIT {

    private static final Effort SHORT = Effort.of(Duration.ofSeconds(4), 200);

    static List<Scenario> scenarios() {
        return Faults.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void nothing_is_lost_twice_late_or_forgotten(Scenario scenario) {
        var report = scenario.run(SHORT);

        assertThat(report.breaches()).as(report.toString()).isEmpty();
        assertThat(report.counts().succeeded()).isGreaterThan(100);
        assertThat(report.counts().sins()).isZero();
    }
}
