// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
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
        assertThat(up.output())
                .contains("jHSS is up", "127.0.0.1:" + jhss.diameterPort(), "127.0.0.1:" + jhss.apiPort());

        var demo = jhss.run("demo");
        assertThat(demo.exitCode()).as(demo.output()).isZero();

        var load = jhss.run("load", "--mix", "AIR=4,ULR=2,PUR=1,ECR=1", "--warm-up", "0s", "--duration", "2s");
        assertThat(load.exitCode()).as(load.output()).isZero();
        assertThat(load.output()).contains("nothing lost");

        var status = jhss.run("status");
        assertThat(status.exitCode()).as(status.output()).isZero();

        assertThat(jhss.run("down").output()).contains("hss", "diameter", "redis", "stopped");
        assertThat(jhss.run("status").output()).contains("nothing runs");
    }

    @Test
    void a_protocol_analyser_finds_nothing_malformed_in_the_demo() throws Exception {
        // A developer's machine may lack it; CI installs it.
        assumeTrue(Analyser.isInstalled(), "tshark is not installed");
        assertThat(jhss.run("up").exitCode()).isZero();
        Path capture = directory.resolve("demo.pcapng");
        Path log = directory.resolve("tshark.log");
        var tshark = Analyser.capture(jhss.diameterPort(), capture, log);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Files.readString(log).contains("Capturing on"));
            assertThat(jhss.run("demo", "-q").exitCode()).isZero();
            // What it has captured is written in blocks.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !Analyser.packets(capture, jhss.diameterPort(), "diameter.cmd.code == 282")
                            .isEmpty());
        } finally {
            tshark.destroy();
            tshark.waitFor();
        }

        assertThat(Analyser.packets(capture, jhss.diameterPort(), "diameter.cmd.code == 316"))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(Analyser.packets(
                        capture,
                        jhss.diameterPort(),
                        "_ws.malformed || (diameter && _ws.expert.severity >= \"Warning\")"))
                .isEmpty();
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
    void a_taken_port_of_the_rest_interface_is_told_with_the_key_that_changes_it() throws Exception {
        try (var taken = new ServerSocket(jhss.apiPort(), 1, InetAddress.getLoopbackAddress())) {
            var up = jhss.run("up");
            assertThat(up.exitCode()).isNotZero();
            assertThat(up.output()).contains("api.bind_port", Integer.toString(taken.getLocalPort()));
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
