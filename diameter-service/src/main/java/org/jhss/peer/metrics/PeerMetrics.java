// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.CommandRegistry;
import org.jhss.diameter.message.ResultCode;

/** The counters of diameter-service. Thread-safe; the per-message ones are one addition each. */
public final class PeerMetrics {

    /** Why something that came was not used. */
    public enum Drop {
        /** An answer for a request that was answered before, or never was. */
        ANSWER_WITHOUT_REQUEST,
        /** An answer for a connection that is gone. */
        ANSWER_WITHOUT_CONNECTION,
        /** Something on the outbound stream that is no message for a peer. */
        ANSWER_UNUSABLE,
        /** A peer's answer to no request of ours. */
        PEER_ANSWER_WITHOUT_REQUEST,
        /** Anything but CER or CEA before the capabilities exchange was done. */
        BEFORE_CAPABILITIES
    }

    private static final String UNKNOWN = "unknown";

    private final MeterRegistry registry;
    /** From a request on an idle system to the deadline of a request on the queue. */
    private static final Duration[] LATENCIES = {
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final Counter requests;
    private final Counter answers;
    private final Timer latency;
    private final Counter duplicates;
    private final Counter accepted;
    private final Counter stalled;
    private final Map<Drop, Counter> drops = new EnumMap<>(Drop.class);
    private final Map<ResultCode, Counter> refusals = new EnumMap<>(ResultCode.class);
    private final Map<String, AtomicInteger> connected = new ConcurrentHashMap<>();
    private final Map<String, Counter> closed = new ConcurrentHashMap<>();

    public PeerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.requests = counter("jhss.peer.requests", "Requests received from peers and queued");
        this.answers = counter("jhss.peer.answers", "Answers sent to peers");
        this.latency = Timer.builder("jhss.peer.latency")
                .description("From a request being read to its answer coming back from the queue")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
        this.duplicates = counter("jhss.peer.duplicates", "Retransmitted requests that were not worked on again");
        this.accepted = counter("jhss.peer.connections.accepted", "Connections accepted");
        this.stalled = counter("jhss.peer.stalled", "Times that a peer did not take its answers fast enough");
        for (var drop : Drop.values()) {
            drops.put(
                    drop,
                    Counter.builder("jhss.peer.dropped")
                            .description("Messages that were not used")
                            .tag("reason", drop.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        for (var code : ResultCode.values()) {
            refusals.put(
                    code,
                    Counter.builder("jhss.peer.refused")
                            .description("Requests that diameter-service answered itself with an error")
                            .tag("result_code", Integer.toString(code.value()))
                            .register(registry));
        }
    }

    public void requestQueued() {
        requests.increment();
    }

    /** An answer of the service behind the queue was sent, which took that long. */
    public void answerSent(long waitedNanos) {
        answers.increment();
        latency.record(waitedNanos, TimeUnit.NANOSECONDS);
    }

    public void duplicate() {
        duplicates.increment();
    }

    public void connectionAccepted() {
        accepted.increment();
    }

    public void peerStalled() {
        stalled.increment();
    }

    public void dropped(Drop drop) {
        drops.getOrDefault(drop, answers).increment();
    }

    /** A request was answered here, with an error. */
    public void refused(ResultCode code) {
        refusals.getOrDefault(code, answers).increment();
    }

    /** Requests queued so far. */
    public double requestCount() {
        return requests.count();
    }

    /** Answers sent so far. */
    public double answerCount() {
        return answers.count();
    }

    /** How often that was dropped so far. */
    public double droppedCount(Drop drop) {
        return drops.getOrDefault(drop, answers).count();
    }

    /** How often that was answered here so far. */
    public double refusedCount(ResultCode code) {
        return refusals.getOrDefault(code, answers).count();
    }

    /** A connection was closed for that reason, one of a fixed few. */
    public void closed(String reason) {
        closed.computeIfAbsent(
                        reason,
                        r -> Counter.builder("jhss.peer.connections.closed")
                                .description("Connections closed")
                                .tag("reason", r)
                                .register(registry))
                .increment();
    }

    /** The counter of requests of one command; all that no table knows share one, so that peers cannot make labels up. */
    public Counter commandCounter(int applicationId, int commandCode) {
        var command = CommandRegistry.standard().find(applicationId, commandCode);
        return Counter.builder("jhss.peer.command.requests")
                .description("Requests received from peers by application and command")
                .tag(
                        "diameter_application_id",
                        command.map(c -> Integer.toUnsignedString(applicationId))
                                .orElse(UNKNOWN))
                .tag(
                        "diameter_cmd_code",
                        command.map(c -> Integer.toString(commandCode)).orElse(UNKNOWN))
                .tag("command", command.map(CommandDefinition::abbreviation).orElse(UNKNOWN))
                .register(registry);
    }

    /** PyHSS's gauge of a peer's state: 1 while it is connected, and 0 afterwards, which PyHSS never gets to. */
    public void connectedState(String host, boolean isConnected) {
        connected
                .computeIfAbsent(host, h -> {
                    var state = new AtomicInteger();
                    Gauge.builder("prom_diam_connected_state", state, AtomicInteger::get)
                            .description("Connection state of diameter peers")
                            .tag("host", h)
                            .register(registry);
                    return state;
                })
                .set(isConnected ? 1 : 0);
    }

    /** Takes the gauge of a peer that is forgotten away. */
    public void forgetPeer(String host) {
        if (connected.remove(host) != null) {
            var gauge =
                    registry.find("prom_diam_connected_state").tag("host", host).gauge();
            if (gauge != null) {
                registry.remove(gauge);
            }
        }
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
