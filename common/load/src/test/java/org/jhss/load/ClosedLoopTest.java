// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jhss.identity.Imsi;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.report.LoadReport;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    @Test
    void countsEveryRequestAndFindsGoodAnswersGood() throws Exception {
        try (var hss = new FakeHss((connection, request, number) -> connection.success(request))) {
            var report = LoadRun.start(LoadPlan.to(hss.address())
                            .peers(3)
                            .window(7)
                            .count(500)
                            .subscribers(new Imsi("001010000000001"), 20)
                            .key(FakeHss.KEY)
                            .build())
                    .await();

            assertThat(report.phase()).isEqualTo(LoadReport.Phase.DONE);
            assertThat(report.isClean()).as(report.toText()).isTrue();
            assertThat(report.requests().sent()).isEqualTo(500);
            assertThat(report.requests().succeeded()).isEqualTo(500);
            assertThat(report.checks().vectorsChecked()).isEqualTo(500);
            assertThat(report.checks().sqnsRemembered()).isEqualTo(500);
            assertThat(report.latency().count()).isEqualTo(500);
            assertThat(report.links().connects()).isEqualTo(3);
            assertThat(hss.origins)
                    .containsExactlyInAnyOrder(
                            "mme001.epc.mnc001.mcc001.3gppnetwork.org",
                            "mme002.epc.mnc001.mcc001.3gppnetwork.org",
                            "mme003.epc.mnc001.mcc001.3gppnetwork.org");
        }
    }

    @Test
    void sendsAMixOfAllCommands() throws Exception {
        try (var hss = new FakeHss((connection, request, number) -> connection.success(request))) {
            var report = LoadRun.start(LoadPlan.to(hss.address())
                            .send("AIR", 4)
                            .send("ULR", 2)
                            .send("PUR", 1)
                            .send("NOR", 1)
                            .send("ECR", 2, 3)
                            .window(4)
                            .count(1000)
                            .threads(2)
                            .peers(2)
                            .key(FakeHss.KEY)
                            .build())
                    .await();

            assertThat(report.isClean()).as(report.toText()).isTrue();
            assertThat(report.commands())
                    .hasSize(5)
                    .allSatisfy(command -> assertThat(command.requests().succeeded())
                            .isPositive()
                            .isEqualTo(command.requests().sent()));
            assertThat(report.command("ECR@3")).isPresent();
            assertThat(report.requests().sent()).isEqualTo(1000);
        }
    }

    @Test
    void countsTheWarmUpApart() throws Exception {
        try (var hss = new FakeHss((connection, request, number) -> connection.success(request))) {
            var report = LoadRun.start(LoadPlan.to(hss.address())
                            .warmUp(Duration.ofMillis(300))
                            .duration(Duration.ofMillis(300))
                            .build())
                    .await();

            assertThat(report.isClean()).as(report.toText()).isTrue();
            assertThat(report.warmUp().sent())
                    .isPositive()
                    .isEqualTo(report.warmUp().answered());
            assertThat(report.latency().count())
                    .isPositive()
                    .isEqualTo(report.requests().sent());
            assertThat(report.answersPerSecond()).isPositive();
            assertThat(report.intervals()).isNotEmpty();
        }
    }
}
