// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches what a service needs and tells how it does. Thread-safe; one thread of its own runs the checks.
 */
public final class Health implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    /** Between two rounds while the service starts. */
    private static final Duration IMPATIENT = Duration.ofMillis(25);

    /** Between two rounds while something is away, so that the service is ready soon after it is back. */
    private static final Duration RECOVERY = Duration.ofMillis(500);

    private record Check(String name, HealthCheck check) {}

    private final InstanceId instance;
    private final String version;
    private final Duration interval;
    private final Duration limit;
    private final Instant started = Instant.now();
    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private final List<HealthPublisher> publishers = new CopyOnWriteArrayList<>();
    private final List<Consumer<HealthRecord>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> endpoints = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread watcher;

    private ServiceState state = ServiceState.STARTING;
    private Instant since = started;
    private List<DependencyState> dependencies = List.of();

    /**
     * @param interval time between two rounds of checks
     * @param limit time in which a check must answer
     */
    public Health(InstanceId instance, String version, Duration interval, Duration limit) {
        this.instance = instance;
        this.version = version;
        this.interval = interval;
        this.limit = limit;
        this.watcher = Thread.ofVirtual().name("health").unstarted(this::watch);
    }

    /** Adds something that must answer for the service to be ready. */
    public void require(String name, HealthCheck check) {
        checks.add(new Check(name, check));
    }

    /** Adds somebody to tell. */
    public void publishTo(HealthPublisher publisher) {
        publishers.add(publisher);
    }

    /** Calls {@code listener} at every change. */
    public void onChange(Consumer<HealthRecord> listener) {
        listeners.add(listener);
    }

    /** Tells where the service listens. */
    public synchronized void endpoint(String name, String address) {
        endpoints.put(name, address);
    }

    /** How the service does now, by the last round of checks. */
    public synchronized HealthRecord current() {
        return new HealthRecord(
                instance.role(),
                instance.value(),
                ProcessHandle.current().pid(),
                version,
                started,
                state,
                since,
                dependencies,
                new LinkedHashMap<>(endpoints));
    }

    /**
     * Starts the rounds. Returns when everything answers, since connections take a moment to come up, or after {@code grace}.
     */
    public void start(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        var answers = ask();
        try {
            while (!allUp(answers) && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.sleep(IMPATIENT.toNanos());
                answers = ask();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        accept(answers);
        publish();
        watcher.start();
    }

    /** Says that nothing new is taken. */
    public void stopping() {
        enter(ServiceState.STOPPING);
        publish();
    }

    /** Says that the service ended by itself. */
    public void failed() {
        enter(ServiceState.FAILED);
    }

    /** Stops telling {@code publisher}, which tells others that this service is gone. */
    public void withdraw(HealthPublisher publisher) {
        publishers.remove(publisher);
        try {
            publisher.withdraw(current());
        } catch (Exception e) {
            LOG.atDebug().addKeyValue("cause", e).log("health could not be withdrawn; it expires by itself");
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
        List.copyOf(publishers).forEach(this::withdraw);
        threads.shutdownNow();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean well = current().state() == ServiceState.READY;
                TimeUnit.NANOSECONDS.sleep(
                        well ? interval.toNanos() : Math.min(interval.toNanos(), RECOVERY.toNanos()));
                accept(ask());
                publish();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<DependencyState> ask() {
        List<Check> round = List.copyOf(checks);
        List<Future<DependencyState>> asked = new ArrayList<>();
        for (var check : round) {
            asked.add(threads.submit(
                    () -> new DependencyState(check.name(), true, check.check().check())));
        }
        List<DependencyState> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            answers.add(answer(round.get(i).name(), asked.get(i)));
        }
        return List.copyOf(answers);
    }

    private static boolean allUp(List<DependencyState> answers) {
        return answers.stream().allMatch(DependencyState::up);
    }

    private DependencyState answer(String name, Future<DependencyState> asked) {
        try {
            return asked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            asked.cancel(true);
            return new DependencyState(name, false, "no answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new DependencyState(name, false, Reasons.of(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new DependencyState(name, false, "not asked");
        }
    }

    private void accept(List<DependencyState> answers) {
        synchronized (this) {
            dependencies = answers;
            if (state == ServiceState.STOPPING || state == ServiceState.FAILED) {
                return;
            }
        }
        enter(allUp(answers) ? ServiceState.READY : ServiceState.DEGRADED);
    }

    private void enter(ServiceState next) {
        synchronized (this) {
            if (state == next || state == ServiceState.FAILED) {
                return;
            }
            state = next;
            since = Instant.now();
        }
        var health = current();
        listeners.forEach(listener -> listener.accept(health));
    }

    private void publish() {
        var health = current();
        for (var publisher : publishers) {
            try {
                publisher.publish(health);
            } catch (Exception e) {
                LOG.atDebug().addKeyValue("cause", e).log("health could not be published");
            }
        }
    }
}
