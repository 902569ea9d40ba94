// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** The meters of the pipeline, PyHSS's and our own ({@code jhss_hss_*}). Thread-safe. */
public final class HssMetrics {

    private static final int MOST_PEERS = 1_000;
    private static final int MOST_COMMANDS = 256;
    private static final int OTHER = -1;
    private static final Duration[] LATENCIES = {
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final BoundedMeters<String, PeerMeters> peers;
    private final BoundedMeters<CommandKey, CommandMeters> commands;
    private final DistributionSummary batchSize;
    private final Timer latency;
    private final Timer queueAge;
    private final Timer commitTime;
    private final Counter expired;
    private final Counter redelivered;
    private final Counter dropped;
    private final Counter strayAnswers;
    private final Counter retries;
    private final Counter unavailable;
    private final Counter handlerFailures;

    public HssMetrics(MeterRegistry registry) {
        this.registry = registry;
        peers = new BoundedMeters<>(MOST_PEERS, "other", host -> new PeerMeters(registry, host));
        commands = new BoundedMeters<>(MOST_COMMANDS, new CommandKey(OTHER, OTHER), this::makeCommand);
        batchSize = DistributionSummary.builder("jhss_hss_batch_size")
                .description("Messages handled in one transaction")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
                .register(registry);
        latency = timer("jhss_hss_latency", "From a request's arrival at its first process to its answer being queued");
        queueAge = timer("jhss_hss_queue_age", "Age of the oldest request of a batch when the batch begins");
        commitTime = timer("jhss_hss_commit_time", "Time of a transaction's commit");
        expired = counter("jhss_hss_expired", "Requests dropped because their deadline had passed");
        redelivered = counter("jhss_hss_redelivered", "Requests taken over from a consumer that did not finish them");
        dropped = counter("jhss_hss_dropped", "Messages that get no answer: unreadable, or dropped by a handler");
        strayAnswers = counter("jhss_hss_stray_answers", "Answers on the queue of requests, ignored");
        retries = counter("jhss_hss_transaction_retries", "Transactions run again after a conflict");
        unavailable = counter("jhss_hss_database_unavailable", "Requests refused because the database was unavailable");
        handlerFailures = counter("jhss_hss_handler_failures", "Requests whose handler threw");
    }

    /** The registry that all this is in. */
    public MeterRegistry registry() {
        return registry;
    }

    /** The meters of an adjacent peer. */
    public PeerMeters peer(String host) {
        return peers.get(host);
    }

    /** The meters of a command, known or not. */
    public CommandMeters command(int applicationId, int commandCode) {
        return commands.get(new CommandKey(applicationId, commandCode));
    }

    public DistributionSummary batchSize() {
        return batchSize;
    }

    public Timer latency() {
        return latency;
    }

    public Timer queueAge() {
        return queueAge;
    }

    public Timer commitTime() {
        return commitTime;
    }

    public Counter expired() {
        return expired;
    }

    public Counter redelivered() {
        return redelivered;
    }

    public Counter dropped() {
        return dropped;
    }

    public Counter strayAnswers() {
        return strayAnswers;
    }

    public Counter retries() {
        return retries;
    }

    public Counter unavailable() {
        return unavailable;
    }

    public Counter handlerFailures() {
        return handlerFailures;
    }

    private CommandMeters makeCommand(CommandKey key) {
        boolean other = key.command == OTHER;
        return new CommandMeters(
                registry,
                other ? "other" : Integer.toUnsignedString(key.application),
                other ? "other" : Integer.toString(key.command));
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    private record CommandKey(int application, int command) {}
}
