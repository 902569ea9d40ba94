// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jhss.bench.rig.Rig;
import org.jhss.load.plan.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The measurements rest on this: a system of real processes, under load, with every answer checked. */
@Timeout(180)
class TrafficIT {

    private static final Duration TIME = Duration.ofSeconds(1);
    private static final Pace WINDOW = new Pace.Window(64, false);

    @Test
    void every_request_is_answered_once_and_rightly() {
        try (var rig = Rig.builder().subscribers(500).start()) {
            var traffic = new Traffic(rig.diameterAddresses(), rig.population(), 1);
            for (var mix : Mix.values()) {
                var report = traffic.run(mix, WINDOW, Duration.ZERO, TIME);

                assertThat(report.requests().sent()).as(mix.label()).isPositive();
                assertThat(report.requests().succeeded())
                        .isEqualTo(report.requests().sent());
                assertThat(report.faults().total()).as(report.toText()).isZero();
                assertThat(report.lost()).isZero();
                assertThat(report.checks().vectorsChecked())
                        .isEqualTo(report.checks().vectorsSeen());
            }
        }
    }
}
