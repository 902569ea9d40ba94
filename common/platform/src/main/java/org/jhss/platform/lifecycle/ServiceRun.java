// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.platform.config.ConfigResult;
import org.jhss.platform.config.JhssConfig;
import org.jhss.platform.config.MetricConfig;
import org.jhss.platform.config.problem.ConfigProblem;
import org.jhss.platform.logging.Logging;
import org.jhss.platform.metrics.ServiceEndpoint;
import org.jhss.platform.metrics.ServiceMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of one service, from options to exit code. {@link ServiceMain} binds it to the process. */
public final class ServiceRun {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRun.class);
    private static final Duration HEALTH_INTERVAL = Duration.ofSeconds(2);
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);
    /** Below the 20 s that the launcher waits before it kills. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    /** Time that connections get to come up before the service is called degraded. */
    private static final Duration READY_GRACE = Duration.ofSeconds(3);

    private record Failure(String reason, int exitCode) {}

    private final String role;
    private final ServiceAssembly assembly;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final InstanceId instance;
    private final Optional<StateFile> stateFile;
    private final String version = Version.of();
    private final long startedNanos = System.nanoTime();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<Failure> failure = new AtomicReference<>();

    /**
     * @param role such as {@code hss}
     * @param environment environment variables
     * @param out takes what is printed before logging is set up
     */
    public ServiceRun(String role, ServiceAssembly assembly, Map<String, String> environment, PrintStream out) {
        this.role = role;
        this.assembly = assembly;
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.instance = InstanceId.make(role, environment);
        this.stateFile = StateFile.of(instance, environment);
    }

    /**
     * Runs the service until {@link #stop} or a failure.
     *
     * @return one of {@link ExitCode}
     */
    public int run(String... arguments) {
        return switch (ServiceOptions.parse(role, version, arguments)) {
            case ServiceOptions.Print print -> {
                out.println(print.text());
                yield print.exitCode();
            }
            case ServiceOptions.Start start -> load(start.config());
        };
    }

    /** Asks the service to stop. Returns at once. */
    public void stop() {
        end.countDown();
    }

    /** Ends the service, since it cannot go on. */
    public void fail(String reason, Throwable cause) {
        if (failure.compareAndSet(null, new Failure(reason + ": " + Reasons.of(cause), ExitCode.INTERNAL))) {
            LOG.atError().setCause(cause).log(reason);
        }
        end.countDown();
    }

    private int load(Optional<Path> file) {
        var loader = ConfigLoader.of(environment);
        var result = file.map(loader::load).orElseGet(loader::load);
        if (result.config().isEmpty()) {
            out.print(result.render());
            var reasons = result.errors().stream().map(ConfigProblem::toString).collect(Collectors.joining("; "));
            stateFile.ifPresent(s -> s.write(ServiceState.FAILED, "", reasons, ""));
            return ExitCode.CONFIG;
        }
        var config = result.config().get();
        Logging.configure(config.logging(), role, instance.value(), environment);
        told(result);
        stateFile.ifPresent(s -> s.write(ServiceState.STARTING, "", "", ""));
        return serve(config);
    }

    private int serve(JhssConfig config) {
        var components = new Components();
        var metrics = new ServiceMetrics(role, instance.value());
        components.add("metrics", metrics);
        var health = new Health(instance, version, HEALTH_INTERVAL, HEALTH_LIMIT);
        var context = new ServiceContext(config, instance, metrics.registry(), health, components, this::fail);
        var report = new HealthReport(stateFile, context::connect);
        health.onChange(report);
        components.add("health", health);
        var systemd = SystemdNotifier.of(environment);
        try {
            var endpoint = endpoint(config.metric(), metrics, health);
            components.add("metrics endpoint", endpoint);
            health.endpoint("metrics", Addresses.text(endpoint.address()));
            assembly.assemble(context);
            if (failure.get() == null) {
                health.start(READY_GRACE);
                report.ready(health.current(), Duration.ofNanos(System.nanoTime() - startedNanos));
                systemd.ifPresent(s -> s.ready(end));
            }
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            cannotStart(e);
        }
        systemd.ifPresent(SystemdNotifier::stopping);
        health.stopping();
        boolean clean = components.close(STOP_LIMIT);
        return conclude(health, clean);
    }

    private ServiceEndpoint endpoint(MetricConfig config, ServiceMetrics metrics, Health health) throws IOException {
        int port = config.servicePorts().getOrDefault(role, 0);
        var address = new InetSocketAddress(config.serviceBindIp(), port);
        return ServiceEndpoint.start(
                address, metrics::scrape, () -> new ServiceEndpoint.Answer(true, "{\"status\":\"UP\"}"), () -> {
                    var now = health.current();
                    return new ServiceEndpoint.Answer(now.state() == ServiceState.READY, now.toJson());
                });
    }

    private void cannotStart(Exception e) {
        var known = StartFailures.find(e);
        if (known.isPresent()) {
            var reason = Reasons.of(known.get());
            LOG.atError().log("cannot start: " + reason);
            failure.compareAndSet(null, new Failure(reason, known.get().exitCode()));
        } else {
            fail("cannot start", e);
        }
    }

    private int conclude(Health health, boolean clean) {
        var why = failure.get();
        if (why != null) {
            health.failed();
            stateFile.ifPresent(s -> s.write(ServiceState.FAILED, "", why.reason(), ""));
            return why.exitCode();
        }
        LOG.info("stopped");
        return clean ? ExitCode.OK : ExitCode.INTERNAL;
    }

    private void told(ConfigResult result) {
        LOG.atInfo()
                .addKeyValue("version", version)
                .addKeyValue("instance", instance)
                .addKeyValue("config", result.file().map(Path::toString).orElse(""))
                .log("starting");
        result.warnings()
                .forEach(problem -> LOG.atWarn()
                        .addKeyValue("at", problem.where())
                        .addKeyValue("key", problem.keyPath())
                        .log("configuration: " + problem.message()));
    }
}
