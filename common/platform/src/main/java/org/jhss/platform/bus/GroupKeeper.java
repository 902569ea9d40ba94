// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import io.lettuce.core.Consumer;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jhss.platform.bus.redis.RedisFailure;
import org.jhss.platform.bus.redis.RedisLink;
import org.jhss.platform.logging.RateLimitedLog;
import org.jhss.platform.logging.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a consumer group in being and tidy, and a stream that belongs to one process from outliving it. */
final class GroupKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(GroupKeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration TIDY_EVERY = Duration.ofSeconds(30);
    private static final Duration CONSUMER_GONE = Duration.ofSeconds(60);
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(10);
    private static final Duration OWNER_GONE = Duration.ofSeconds(60);

    private final byte[] stream;
    private final byte[] group;
    private final byte[] self;
    private final boolean owned;
    private final RedisLink control;
    private final ScheduledFuture<?> refresh;
    private final RateLimitedLog quietly = new RateLimitedLog(LOG, 1, Duration.ofSeconds(10));
    private volatile boolean ready;
    private long nextTidy = System.nanoTime() + TIDY_EVERY.toNanos();

    /**
     * @param owned whether the stream goes with this consumer: it then expires when the consumer's process is gone
     * @param control the connection for what must not wait behind a blocking read
     */
    GroupKeeper(
            byte[] stream,
            byte[] group,
            String self,
            boolean owned,
            RedisLink control,
            ScheduledExecutorService scheduler) {
        this.stream = stream;
        this.group = group;
        this.self = self.getBytes(StandardCharsets.UTF_8);
        this.owned = owned;
        this.control = control;
        this.refresh = scheduler.scheduleWithFixedDelay(
                Recurring.of("consumer group", this::refresh),
                REFRESH_EVERY.toMillis(),
                REFRESH_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    boolean isReady() {
        return ready;
    }

    void lost() {
        ready = false;
    }

    void close() {
        refresh.cancel(false);
    }

    /** Makes stream and group unless they exist; from the stream's beginning, so that what was sent before is read too. */
    boolean ensure(RedisClusterAsyncCommands<byte[], byte[]> commands) {
        try {
            commands.xgroupCreate(StreamOffset.from(stream, "0-0"), group, XGroupCreateArgs.Builder.mkstream())
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            ready = true;
        } catch (ExecutionException | TimeoutException e) {
            ready = RedisFailure.isGroupPresent(e);
            if (!ready) {
                quietly.atWarn("")
                        .addKeyValue("cause", RedisFailure.describe(e))
                        .log("Redis refused a consumer group");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ready && owned) {
            var _ = commands.pexpire(stream, OWNER_GONE);
        }
        return ready;
    }

    /** Removes consumers that were not seen for long and hold nothing; done at most every half minute. */
    void removeIdleConsumers() {
        long now = System.nanoTime();
        if (now - nextTidy < 0) {
            return;
        }
        nextTidy = now + TIDY_EVERY.toNanos();
        removeConsumersIdleFor(CONSUMER_GONE);
    }

    void removeConsumersIdleFor(Duration idle) {
        control.commands()
                .ifPresent(commands -> commands.xinfoConsumers(stream, group)
                        .thenAccept(consumers -> consumers.forEach(entry -> removeIfGone(commands, entry, idle))));
    }

    private void removeIfGone(RedisClusterAsyncCommands<byte[], byte[]> commands, Object entry, Duration idle) {
        var fields = fields(entry);
        if (fields.get("name") instanceof byte[] name
                && fields.get("pending") instanceof Long pending
                && fields.get("idle") instanceof Long idleMillis
                && pending == 0
                && idleMillis >= idle.toMillis()
                && !Arrays.equals(name, self)) {
            var _ = commands.xgroupDelconsumer(stream, Consumer.from(group, name));
        }
    }

    /** XINFO answers a flat list of names and values in RESP2, a map in RESP3. */
    private static Map<String, Object> fields(Object entry) {
        var fields = new HashMap<String, Object>();
        if (entry instanceof List<?> flat) {
            for (int i = 0; i + 1 < flat.size(); i += 2) {
                put(fields, flat.get(i), flat.get(i + 1));
            }
        } else if (entry instanceof Map<?, ?> map) {
            map.forEach((name, value) -> put(fields, name, value));
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, Object name, Object value) {
        fields.put(name instanceof byte[] octets ? new String(octets, StandardCharsets.UTF_8) : name.toString(), value);
    }

    private void refresh() {
        if (!owned) {
            return;
        }
        control.commands()
                .ifPresent(commands -> commands.pexpire(stream, OWNER_GONE).thenAccept(existed -> {
                    if (!existed) {
                        ready = false;
                    }
                }));
    }
}
