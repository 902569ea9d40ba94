// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServiceRunTest {

    private static final InetSocketAddress DIAMETER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 3868);

    @TempDir
    Path directory;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Map<String, String> environment;
    private Path config;

    @BeforeEach
    void writeConfiguration() throws IOException {
        config = directory.resolve("config.yaml");
        Files.writeString(config, "metric:\n  service_ports: {probe: 0}\nlogging:\n  level: ERROR\n");
        environment = Map.of(
                "JHSS_CONFIG",
                config.toString(),
                "JHSS_RUN_DIR",
                directory.resolve("run").toString(),
                "JHSS_PROCESS",
                "probe-2");
    }

    private ServiceRun service(ServiceAssembly assembly) {
        return new ServiceRun("probe", assembly, environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private JsonNode state() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve("run/probe-2.json")));
    }

    private String field(String name) throws IOException {
        return state().get(name).asString();
    }

    private boolean isIn(ServiceState state) throws IOException {
        return Files.exists(directory.resolve("run/probe-2.json"))
                && field("state").equals(state.name());
    }

    @Test
    void componentsStopInTheReverseOrderOfStarting() throws Exception {
        var run = service(context -> {
            for (var name : List.of("bus", "store", "workers")) {
                context.start(name, () -> {
                    events.add("start " + name);
                    return () -> events.add("stop " + name);
                });
            }
            context.listening("diameter", DIAMETER);
            context.connectLine("Diameter peers: 127.0.0.1:3868");
        });
        var code = CompletableFuture.supplyAsync(run::run);
        await().until(() -> isIn(ServiceState.READY));

        assertThat(field("summary")).contains("diameter 127.0.0.1:3868").contains("metrics 127.0.0.1:");
        assertThat(field("connect")).isEqualTo("Diameter peers: 127.0.0.1:3868");
        run.stop();

        assertThat(code.join()).isEqualTo(ExitCode.OK);
        assertThat(events)
                .containsExactly("start bus", "start store", "start workers", "stop workers", "stop store", "stop bus");
        assertThat(field("state")).isEqualTo("STOPPING");
    }

    @Test
    void aTakenPortEndsTheStartWithOneLineThatNamesTheKey() throws Exception {
        var code = service(context -> {
                    context.start("bus", () -> () -> events.add("stop bus"));
                    throw new CompletionException(new PortInUse(DIAMETER, "hss.bind_port", null));
                })
                .run();

        assertThat(code).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(field("state")).isEqualTo("FAILED");
        assertThat(field("reason")).contains("port 3868 on 127.0.0.1").contains("hss.bind_port");
        assertThat(events).containsExactly("stop bus");
    }

    @Test
    void aDefectDuringTheStartEndsWithItsReason() throws Exception {
        var code = service(context -> {
                    throw new IllegalStateException("the cat sat on it");
                })
                .run();

        assertThat(code).isEqualTo(ExitCode.INTERNAL);
        assertThat(field("reason")).isEqualTo("cannot start: the cat sat on it");
    }

    @Test
    void aComponentThatCannotGoOnEndsTheRunningService() throws Exception {
        var run = service(context -> context.start("worker", () -> () -> events.add("stop worker")));
        var code = CompletableFuture.supplyAsync(run::run);
        await().until(() -> isIn(ServiceState.READY));
        run.fail("thread worker-1 died", new IllegalStateException("boom"));

        assertThat(code.join()).isEqualTo(ExitCode.INTERNAL);
        assertThat(field("state")).isEqualTo("FAILED");
        assertThat(field("reason")).isEqualTo("thread worker-1 died: boom");
        assertThat(events).containsExactly("stop worker");
    }

    @Test
    void aWrongConfigurationPrintsAllProblemsAndExitsWith78() throws Exception {
        Files.writeString(config, "hss:\n  bind_port: many\n  send_dwr: perhaps\n");

        int code = service(context -> events.add("started")).run();

        assertThat(code).isEqualTo(ExitCode.CONFIG);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("hss.bind_port")
                .contains("hss.send_dwr");
        assertThat(field("reason")).contains("hss.bind_port");
        assertThat(events).isEmpty();
    }

    @Test
    void theFileOfTheOptionBeatsTheEnvironment() throws Exception {
        var other = directory.resolve("other.yaml");
        Files.writeString(other, "hss:\n  OriginHost: other\nmetric:\n  service_ports: {probe: 0}\n");
        var run = service(context -> {
            events.add(context.config().hss().identity().originHost().value());
            context.fail("enough", new IllegalStateException("seen"));
        });

        run.run("--config", other.toString());

        assertThat(events).containsExactly("other");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheUsage() {
        assertThat(service(context -> events.add("started")).run("--bogus")).isEqualTo(ExitCode.USAGE);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("unknown option --bogus")
                .contains("--config FILE");
    }

    @Test
    void readinessFollowsTheDependencies() throws Exception {
        var up = new AtomicBoolean(true);
        var run = service(context -> context.health().require("redis", () -> {
            if (!up.get()) {
                throw new IOException("connection refused");
            }
            return "6.2";
        }));
        var code = CompletableFuture.supplyAsync(run::run);
        await().until(() -> isIn(ServiceState.READY));
        var metrics = field("summary").replace("metrics ", "");

        assertThat(get(metrics, "/health/ready").statusCode()).isEqualTo(200);
        assertThat(get(metrics, "/health/live").statusCode()).isEqualTo(200);
        assertThat(get(metrics, "/metrics").body())
                .contains("jvm_memory_used_bytes")
                .contains("service=\"probe\"");
        assertThat(get(metrics, "/other").statusCode()).isEqualTo(404);

        up.set(false);
        await().until(() -> isIn(ServiceState.DEGRADED));
        var answer = get(metrics, "/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        var health = HealthRecord.fromJson(answer.body());
        assertThat(health.state()).isEqualTo(ServiceState.DEGRADED);
        assertThat(health.dependencies()).containsExactly(new DependencyState("redis", false, "connection refused"));
        assertThat(get(metrics, "/health/live").statusCode()).isEqualTo(200);

        up.set(true);
        await().until(() -> isIn(ServiceState.READY));
        run.stop();
        assertThat(code.join()).isEqualTo(ExitCode.OK);
    }

    @Test
    void healthIsPublishedUntilTheServiceStops() throws Exception {
        var run = service(context -> {
            context.start("bus", () -> () -> events.add("stop bus"));
            context.publishHealth(new HealthPublisher() {
                @Override
                public void publish(HealthRecord health) {
                    events.add(health.state().name());
                }

                @Override
                public void withdraw(HealthRecord health) {
                    events.add("withdrawn");
                }
            });
        });
        var code = CompletableFuture.supplyAsync(run::run);
        await().until(() -> events.contains("READY"));
        run.stop();

        assertThat(code.join()).isEqualTo(ExitCode.OK);
        assertThat(events).containsSequence("STOPPING", "withdrawn", "stop bus");
    }

    private static HttpResponse<String> get(String address, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
