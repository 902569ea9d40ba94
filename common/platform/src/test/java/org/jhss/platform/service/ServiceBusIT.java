// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.TestRedis;
import org.jhss.platform.bus.health.ServiceHealth;
import org.jhss.platform.bus.health.ServiceReport;
import org.jhss.platform.lifecycle.ExitCode;
import org.jhss.platform.lifecycle.ServiceRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A whole service on a real Redis that dies and comes back. */
@Timeout(120)
class ServiceBusIT {

    private static final String ROLE = "probe";
    private static final String INSTANCE = "probe-1";
    private static final String PREFIX = "site";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private TestRedis redis;
    private ServiceRun run;
    private FutureTask<Integer> code;

    @BeforeEach
    void startService() throws IOException {
        redis = TestRedis.start(directory);
        var config = directory.resolve("config.yaml");
        Files.writeString(config, """
                redis: {host: 127.0.0.1, port: %d, prefix: %s}
                metric: {service_ports: {probe: 0}}
                logging: {level: ERROR}
                """.formatted(redis.port(), PREFIX));
        var environment = Map.of(
                "JHSS_CONFIG",
                config.toString(),
                "JHSS_RUN_DIR",
                directory.resolve("run").toString(),
                "JHSS_INSTANCE",
                INSTANCE,
                "JHSS_PROCESS",
                INSTANCE);
        run = new ServiceRun(
                ROLE, ServiceBus::start, environment, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        code = new FutureTask<>(run::run);
        Thread.ofPlatform().name("service").daemon().start(code);
        awaitState("READY");
    }

    @AfterEach
    void end() {
        run.stop();
        redis.close();
    }

    @Test
    void readinessFollowsRedis() throws Exception {
        redis.kill();
        awaitState("DEGRADED");
        assertThat(field("reason")).contains("redis").contains(Integer.toString(redis.port()));

        redis.start();
        awaitState("READY");
        stop();
    }

    @Test
    void othersSeeTheServiceUntilItStops() throws Exception {
        try (var bus = Bus.open(redis.settings(PREFIX), "watcher", new SimpleMeterRegistry())) {
            var health = new ServiceHealth(bus);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(list(health))
                            .hasValueSatisfying(reports -> assertThat(reports)
                                    .singleElement()
                                    .satisfies(report ->
                                            assertThat(report.instance()).isEqualTo(INSTANCE))));
            stop();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(list(health)).contains(List.of()));
        }
    }

    @Test
    void stoppingDoesNotWaitForADeadRedis() throws Exception {
        redis.kill();
        awaitState("DEGRADED");
        stop();
    }

    private void stop() throws Exception {
        run.stop();
        assertThat(code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
    }

    private static Optional<List<ServiceReport>> list(ServiceHealth health) throws Exception {
        return health.list(ROLE).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void awaitState(String state) {
        await().atMost(PATIENCE).until(() -> field("state").equals(state));
    }

    private String field(String name) throws IOException {
        return Files.exists(stateFile())
                ? JsonMapper.shared()
                        .readTree(Files.readString(stateFile()))
                        .get(name)
                        .asString()
                : "";
    }

    private Path stateFile() {
        return directory.resolve("run").resolve(INSTANCE + ".json");
    }
}
