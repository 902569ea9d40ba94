// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(180)
class RigIT {

    @ParameterizedTest
    @EnumSource
    void starts_and_stops_a_whole_system_on(DatabaseKind kind) throws Exception {
        ProcessHandle hss;
        try (var rig = Rig.builder().database(kind).subscribers(50).start()) {
            hss = ProcessHandle.of(rig.hss(0).pid()).orElseThrow();
            assertThat(hss.info().command().orElseThrow()).endsWith("/bin/java");
            assertThat(rig.hss(0).metrics().samples()).isNotEmpty();
            assertThat(rig.hss(0).cpuTime()).isGreaterThan(Duration.ZERO);
            assertThat(rig.hss(0).residentMegabytes()).isPositive();
            assertThat(rig.hss(0).openDescriptors()).isPositive();
            try (var connection = rig.database().connect()) {
                assertThat(Sql.number(connection, "SELECT count(*) FROM subscriber"))
                        .isEqualTo(50);
                assertThat(Sql.text(connection, "SELECT max(imsi) FROM auc")).isEqualTo("001010000000050");
            }
            assertThat(rig.database().durability()).startsWith(kind.label());
        }
        assertThat(hss.isAlive()).isFalse();
    }

    @Test
    void a_killed_service_and_redis_get_ready_again() {
        try (var rig = Rig.builder().sentinel().hssServices(2).start()) {
            rig.hss(1).kill9();
            rig.redis().kill9();
            rig.hss(1).restart();
            rig.redis().restart();

            rig.redis().awaitReady();
            rig.hss(1).awaitReady();

            assertThat(rig.hss(1).isReady()).isTrue();
        }
    }
}
