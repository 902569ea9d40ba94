// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.health;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Range;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jhss.platform.bus.Bus;

/** The processes of each role and what they report; a report vanishes when it is not renewed. Thread-safe. */
public final class ServiceHealth {

    /** Generous, since the processes' clocks may differ: whether one lives is told by its report's expiry. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Bus bus;

    public ServiceHealth(Bus bus) {
        this.bus = bus;
    }

    /** Writes a report that lives for {@code lifetime}. Does not wait; while Redis is away nothing is written. */
    public void publish(String role, String instance, String json, Duration lifetime) {
        bus.control().commands().ifPresent(commands -> {
            var _ = commands.set(
                    octets(bus.keys().service(role, instance)), octets(json), SetArgs.Builder.px(lifetime));
            double now = (double) System.currentTimeMillis();
            var _ = commands.zadd(octets(bus.keys().services(role)), now, octets(instance));
            var _ = commands.zremrangebyscore(
                    octets(bus.keys().services(role)),
                    Range.from(Range.Boundary.unbounded(), Range.Boundary.including((double)
                            (System.currentTimeMillis() - FORGOTTEN.toMillis()))));
        });
    }

    /** Removes a report, as the last thing a process does. */
    public void remove(String role, String instance) {
        bus.control().commands().ifPresent(commands -> {
            var _ = commands.del(octets(bus.keys().service(role, instance)));
            var _ = commands.zrem(octets(bus.keys().services(role)), octets(instance));
        });
    }

    /** The reports that are valid now; completes, never exceptionally, with empty when Redis does not answer. */
    public CompletionStage<Optional<List<ServiceReport>>> list(String role) {
        var open = bus.control().commands();
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return instances(open.get(), role)
                .thenCompose(names -> names.isEmpty()
                        ? CompletableFuture.completedFuture(List.<ServiceReport>of())
                        : reports(open.get(), role, names))
                .handle((reports, failure) -> failure == null ? Optional.of(reports) : Optional.empty());
    }

    private CompletionStage<List<byte[]>> instances(RedisClusterAsyncCommands<byte[], byte[]> commands, String role) {
        return commands.zrange(octets(bus.keys().services(role)), 0, -1);
    }

    private CompletionStage<List<ServiceReport>> reports(
            RedisClusterAsyncCommands<byte[], byte[]> commands, String role, List<byte[]> names) {
        var instances = names.stream()
                .map(name -> new String(name, StandardCharsets.UTF_8))
                .toList();
        byte[][] keys = instances.stream()
                .map(instance -> octets(bus.keys().service(role, instance)))
                .toArray(byte[][]::new);
        return commands.mget(keys).thenApply(values -> {
            var reports = new ArrayList<ServiceReport>();
            for (int i = 0; i < values.size(); i++) {
                KeyValue<byte[], byte[]> value = values.get(i);
                if (value.hasValue()) {
                    reports.add(new ServiceReport(
                            role, instances.get(i), new String(value.getValue(), StandardCharsets.UTF_8)));
                }
            }
            return List.copyOf(reports);
        });
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
