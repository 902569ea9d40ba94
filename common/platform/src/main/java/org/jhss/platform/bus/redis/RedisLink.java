// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with one role. It is opened in the background, again and again with back-off until it stands, and then kept
 * open; whoever needs it asks for {@link #commands} and gets nothing while it is down. Thread-safe.
 */
public final class RedisLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String role;
    private final boolean manualFlush;
    private final Supplier<CompletionStage<? extends StatefulConnection<byte[], byte[]>>> connector;
    private final ScheduledExecutorService scheduler;
    private final Runnable reconnected;
    private final Consumer<StatefulConnection<byte[], byte[]>> opened;
    private volatile @Nullable StatefulConnection<byte[], byte[]> connection;
    private volatile Optional<RedisClusterAsyncCommands<byte[], byte[]>> commands = Optional.empty();
    private volatile boolean closed;
    private int failures;

    RedisLink(
            String role,
            boolean manualFlush,
            Supplier<CompletionStage<? extends StatefulConnection<byte[], byte[]>>> connector,
            ScheduledExecutorService scheduler,
            Runnable reconnected,
            Consumer<StatefulConnection<byte[], byte[]>> opened) {
        this.role = role;
        this.manualFlush = manualFlush;
        this.connector = connector;
        this.scheduler = scheduler;
        this.reconnected = reconnected;
        this.opened = opened;
    }

    void open() {
        CompletionStage<? extends StatefulConnection<byte[], byte[]>> attempt;
        try {
            attempt = connector.get();
        } catch (RuntimeException e) {
            failed(e);
            return;
        }
        attempt.whenComplete((fresh, failure) -> {
            if (fresh != null) {
                established(fresh);
            } else {
                failed(failure);
            }
        });
    }

    /** The commands of the open connection, or empty while there is none. */
    public Optional<RedisClusterAsyncCommands<byte[], byte[]>> commands() {
        var current = connection;
        return current != null && current.isOpen() ? commands : Optional.empty();
    }

    /** Whether the connection stands. */
    public boolean isUp() {
        var current = connection;
        return current != null && current.isOpen();
    }

    /** Sends the commands gathered since the last flush, on a link that was opened to be flushed by hand. */
    public void flush() {
        var current = connection;
        if (current != null) {
            current.flushCommands();
        }
    }

    /** Waits until the connection stands, the time is over, or the thread is interrupted; whether it stands. */
    public boolean awaitUp(long nanos) {
        long end = System.nanoTime() + nanos;
        while (!isUp()) {
            long left = end - System.nanoTime();
            if (left <= 0 || closed || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(this, Math.min(left, TimeUnit.MILLISECONDS.toNanos(20)));
        }
        return true;
    }

    /** Whether it was neither closed nor given up: what is down may come back. */
    public boolean isOpen() {
        return !closed;
    }

    /** Stops trying; the connection itself is closed with its client. */
    void abandon() {
        closed = true;
    }

    @Override
    public void close() {
        closed = true;
        var current = connection;
        if (current != null) {
            var _ = current.closeAsync();
        }
    }

    private void established(StatefulConnection<byte[], byte[]> fresh) {
        if (closed) {
            var _ = fresh.closeAsync();
            return;
        }
        fresh.setAutoFlushCommands(!manualFlush);
        fresh.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress address) {
                reconnected.run();
            }
        });
        commands = Optional.of(
                switch (fresh) {
                    case StatefulRedisClusterConnection<byte[], byte[]> cluster -> cluster.async();
                    case StatefulRedisConnection<byte[], byte[]> single -> single.async();
                    default -> throw new IllegalStateException("unknown kind of connection");
                });
        connection = fresh;
        opened.accept(fresh);
        if (failures > 0) {
            LOG.atInfo().addKeyValue("role", role).log("Redis is reachable");
        }
        failures = 0;
        if (closed) {
            var _ = fresh.closeAsync();
        }
    }

    private void failed(Throwable cause) {
        if (closed || scheduler.isShutdown()) {
            return;
        }
        if (failures == 0) {
            LOG.atWarn()
                    .addKeyValue("role", role)
                    .addKeyValue("cause", RedisFailure.describe(cause))
                    .log("Redis is not reachable, trying on");
        }
        long ceiling = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, 10));
        failures++;
        long pause = ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1);
        var _ = scheduler.schedule(this::open, pause, TimeUnit.MILLISECONDS);
    }
}
