// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.load.report.LoadReport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final int STALLED = 100;
    private static final long STALL_MILLIS = 500;
    private static final long HALF_OF_IT_MICROS = 250_000;

    @Test
    void keepsToTheSchedule() throws IOException {
        try (var hss = new FakeHss((connection, request, number) -> connection.success(request))) {
            var report =
                    run(LoadPlan.to(hss.address()).rate(200).threads(2).peers(2).duration(Duration.ofSeconds(1)));

            assertThat(report.isClean()).as(report.toText()).isTrue();
            assertThat(report.requests().sent() + report.generator().unsent()).isEqualTo(200);
        }
    }

    /** The server stands still for half a second of two: in open loop a good part of the requests see it, in closed loop only one. */
    @Test
    void showsAStallInThePercentilesAsAClosedLoopDoesNot() throws IOException {
        FakeHss.Behaviour stalling = (connection, request, number) -> {
            if (number == STALLED) {
                try {
                    Thread.sleep(STALL_MILLIS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            connection.success(request);
        };
        try (var open = new FakeHss(stalling);
                var closed = new FakeHss(stalling)) {
            var corrected = run(LoadPlan.to(open.address()).rate(500).duration(Duration.ofSeconds(2)));
            var uncorrected = run(LoadPlan.to(closed.address()).window(1).count(1000));

            assertThat(corrected.latency().p95()).isGreaterThan(HALF_OF_IT_MICROS);
            assertThat(uncorrected.latency().p95()).isLessThan(HALF_OF_IT_MICROS);
            assertThat(uncorrected.latency().max()).isGreaterThan(HALF_OF_IT_MICROS);
        }
    }

    @Test
    void ownsUpToWhatItCouldNotSend() throws IOException {
        try (var hss = new FakeHss((connection, request, number) -> {})) {
            var report = run(LoadPlan.to(hss.address())
                    .rate(200)
                    .maxOutstanding(10)
                    .requestTimeout(Duration.ofMillis(300))
                    .duration(Duration.ofSeconds(1)));

            assertThat(report.generator().unsent()).isPositive();
            assertThat(report.lost()).isEqualTo(report.requests().sent());
            assertThat(report.requests().sent() + report.generator().unsent()).isEqualTo(200);
        }
    }

    private static LoadReport run(LoadPlanBuilder plan) {
        return LoadRun.start(plan.key(FakeHss.KEY).build()).await();
    }
}
