// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.peers;

import io.lettuce.core.Range;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.redis.RedisLink;
import org.jhss.platform.logging.Recurring;
import org.jspecify.annotations.Nullable;

/** This process's copy of all records, read on notification and every two seconds; only once somebody asks for it. */
final class PeerDirectory implements AutoCloseable {

    private static final Duration REFRESH = Duration.ofSeconds(2);
    private static final Duration FIRST_LOAD = Duration.ofSeconds(2);

    /** Generous, since the instances' clocks may differ: whether an instance lives is told by its hash's expiry. */
    private static final Duration INSTANCE_FORGOTTEN = Duration.ofHours(1);

    private final Bus bus;
    private final byte[] instances;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private volatile PeerView view = PeerView.EMPTY;
    private @Nullable RedisLink subscription;
    private @Nullable ScheduledFuture<?> refresh;
    private boolean loading;
    private boolean again;

    PeerDirectory(Bus bus) {
        this.bus = bus;
        this.instances = bus.keys().peerInstances().getBytes(StandardCharsets.UTF_8);
    }

    PeerView view() {
        if (!loaded.isDone()) {
            start();
            try {
                loaded.get(FIRST_LOAD.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException _) {
                return view;
            }
        }
        return view;
    }

    @Override
    public synchronized void close() {
        if (refresh != null) {
            refresh.cancel(false);
        }
        if (subscription != null) {
            subscription.close();
        }
    }

    private synchronized void start() {
        if (subscription == null) {
            subscription = bus.links().subscribe(bus.keys().peersChanged(), this::reload);
            refresh = bus.scheduler()
                    .scheduleWithFixedDelay(
                            Recurring.of("peer list", this::reload), 0, REFRESH.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Reads everything anew; a change announced while that goes on makes it happen once more, so that none is missed. */
    private void reload() {
        synchronized (this) {
            if (loading) {
                again = true;
                return;
            }
            loading = true;
            again = false;
        }
        read().whenComplete((records, failure) -> {
            if (failure == null) {
                view = PeerView.of(records, bus.keys());
                loaded.complete(null);
            }
            boolean repeat;
            synchronized (this) {
                loading = false;
                repeat = again && failure == null;
            }
            if (repeat) {
                reload();
            }
        });
    }

    private CompletionStage<List<PeerRecord>> read() {
        var open = bus.control().commands();
        if (open.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
        }
        var commands = open.get();
        double oldest = (double) (System.currentTimeMillis() - INSTANCE_FORGOTTEN.toMillis());
        return commands.zrangebyscore(
                        instances, Range.from(Range.Boundary.including(oldest), Range.Boundary.unbounded()))
                .thenCompose(names -> {
                    var hashes = new ArrayList<CompletableFuture<Map<byte[], byte[]>>>();
                    for (byte[] name : names) {
                        var key = bus.keys().peers(new String(name, StandardCharsets.UTF_8));
                        hashes.add(commands.hgetall(key.getBytes(StandardCharsets.UTF_8))
                                .toCompletableFuture());
                    }
                    return CompletableFuture.allOf(hashes.toArray(new CompletableFuture<?>[0]))
                            .thenApply(_ -> records(hashes));
                });
    }

    private static List<PeerRecord> records(List<CompletableFuture<Map<byte[], byte[]>>> hashes) {
        var records = new ArrayList<PeerRecord>();
        for (var hash : hashes) {
            for (byte[] json : hash.join().values()) {
                PeerRecordJson.read(json).ifPresent(records::add);
            }
        }
        return records;
    }
}
