// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs a service as a process of its own. */
@Timeout(120)
class ServiceMainIT {

    /** A service that does nothing, or dies, as its environment says. */
    static final class Probe {

        private Probe() {}

        public static void main(String[] arguments) {
            ServiceMain.run(
                    "probe",
                    context -> {
                        context.onStop(
                                "probe", () -> Files.writeString(Path.of(System.getenv("PROBE_STOPPED")), "clean"));
                        if ("die".equals(System.getenv("PROBE_DOES"))) {
                            Thread.ofPlatform().name("worker-1").start(() -> {
                                throw new IllegalStateException("boom");
                            });
                        }
                    },
                    arguments);
        }
    }

    @TempDir
    Path directory;

    private final Map<String, String> extra = new HashMap<>();
    private Process process;

    @BeforeEach
    void writeConfiguration() throws IOException {
        Files.writeString(directory.resolve("config.yaml"), "metric: {service_ports: {probe: 0}}\n");
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private void start(String does, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment()
                .put("JHSS_CONFIG", directory.resolve("config.yaml").toString());
        builder.environment().put("JHSS_RUN_DIR", directory.toString());
        builder.environment().put("PROBE_DOES", does);
        builder.environment().put("PROBE_STOPPED", directory.resolve("stopped").toString());
        builder.environment().putAll(extra);
        process = builder.start();
    }

    private int exitCode() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String state() throws IOException {
        var file = directory.resolve("probe.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void aSignalStopsTheServiceGracefullyWithExitCodeZero() throws Exception {
        start("live");
        await().atMost(Duration.ofMinutes(1)).until(() -> state().contains("\"READY\""));
        process.destroy();

        assertThat(exitCode()).isEqualTo(ExitCode.OK);
        assertThat(directory.resolve("stopped")).hasContent("clean");
        assertThat(Files.readString(directory.resolve("log")))
                .contains("ready metrics=127.0.0.1:")
                .contains("stopped");
    }

    @Test
    void systemdIsToldThatTheServiceIsReadyAliveAndStopping() throws Exception {
        var told = directory.resolve("told");
        var tool = directory.resolve("systemd-notify");
        Files.writeString(tool, "#!/bin/sh\necho \"$1\" >>'" + told + "'\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        extra.put("PATH", directory + ":" + System.getenv("PATH"));
        extra.put("NOTIFY_SOCKET", "/run/systemd/notify");
        extra.put("WATCHDOG_USEC", "200000");
        start("live");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(told) && Files.readString(told).contains("WATCHDOG=1"));
        process.destroy();

        assertThat(exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(told)).startsWith("READY=1").contains("STOPPING=1");
    }

    @Test
    void aThreadThatDiesEndsTheProcessWithItsReason() throws Exception {
        start("die");

        assertThat(exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(state()).contains("FAILED").contains("thread worker-1 died: boom");
        assertThat(directory.resolve("stopped")).hasContent("clean");
    }

    @Test
    void aMissingFileIsToldOnStandardErrorWithExitCode78() throws Exception {
        start("live", "--config", directory.resolve("nowhere.yaml").toString());

        assertThat(exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(Files.readString(directory.resolve("log"))).contains("nowhere.yaml: no such file");
    }
}
