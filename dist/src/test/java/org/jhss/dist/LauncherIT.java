// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README, as a newcomer types them. */
@Timeout(400)
class LauncherIT {

    @TempDir
    Path directory;

    private Launcher jhss;

    @BeforeEach
    void choosePorts() throws IOException {
        jhss = Launcher.in(directory);
    }

    @AfterEach
    void stop() throws Exception {
        jhss.run("down");
    }

    @Test
    void up_then_demo_then_down() throws Exception {
        var up = jhss.run("up");
        assertThat(up.exitCode()).as(up.output()).isZero();
        assertThat(up.output()).contains("jHSS is up", "127.0.0.1:" + jhss.diameterPort());

        var demo = jhss.run("demo");
        assertThat(demo.exitCode()).as(demo.output()).isZero();

        var status = jhss.run("status");
        assertThat(status.exitCode()).as(status.output()).isZero();

        assertThat(jhss.run("down").output()).contains("hss", "diameter", "redis", "stopped");
        assertThat(jhss.run("status").output()).contains("nothing runs");
    }

    @Test
    void a_killed_service_is_shown_as_dead() throws Exception {
        assertThat(jhss.run("up", "hss=2").exitCode()).isZero();

        ProcessHandle.of(jhss.pid("hss-2")).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jhss.run("status").output()).containsPattern("hss-2 +DEAD"));
    }

    @Test
    void a_taken_port_is_told_with_the_key_that_changes_it() throws Exception {
        try (var taken = new ServerSocket(jhss.diameterPort(), 1, InetAddress.getLoopbackAddress())) {
            var up = jhss.run("up");
            assertThat(up.exitCode()).isNotZero();
            assertThat(up.output()).contains("hss.bind_port", Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void a_taken_redis_port_is_told_with_the_key_that_changes_it() throws Exception {
        try (var taken = new ServerSocket(jhss.redisPort(), 1, InetAddress.getLoopbackAddress())) {
            var up = jhss.run("up");
            assertThat(up.exitCode()).isNotZero();
            assertThat(up.output()).contains("redis.port", Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void a_wrong_configuration_starts_nothing() throws Exception {
        var up = jhss.with("HSS_BIND_PORT", "many").run("up");
        assertThat(up.exitCode()).isNotZero();
        assertThat(up.output()).contains("hss.bind_port", "many");
        assertThat(jhss.run("status").output()).contains("nothing runs");
    }
}
