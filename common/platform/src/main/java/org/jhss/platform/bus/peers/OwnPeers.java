// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.peers;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.logging.Recurring;

/** The records of this process: kept here, mirrored in Redis. */
final class OwnPeers implements AutoCloseable {

    static final Duration LIFETIME = Duration.ofSeconds(15);
    private static final Duration REFRESH = Duration.ofSeconds(5);

    private final Bus bus;
    private final byte[] key;
    private final byte[] instances;
    private final byte[] instance;
    private final byte[] channel;
    private final Map<String, PeerRecord> records = new ConcurrentHashMap<>();
    private final ScheduledFuture<?> refresh;
    private volatile boolean used;

    OwnPeers(Bus bus) {
        this.bus = bus;
        this.key = octets(bus.keys().peers(bus.instance()));
        this.instances = octets(bus.keys().peerInstances());
        this.instance = octets(bus.instance());
        this.channel = octets(bus.keys().peersChanged());
        this.refresh = bus.scheduler()
                .scheduleWithFixedDelay(
                        Recurring.of("own peers", this::refresh),
                        REFRESH.toMillis(),
                        REFRESH.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    void publish(PeerRecord peer) {
        used = true;
        records.put(peer.key(), peer);
        bus.control().commands().ifPresent(commands -> {
            var _ = commands.hset(key, octets(peer.key()), PeerRecordJson.write(peer));
            announce(commands);
        });
    }

    void update(PeerRecord peer) {
        used = true;
        records.put(peer.key(), peer);
    }

    void remove(PeerRecord peer) {
        records.remove(peer.key());
        bus.control().commands().ifPresent(commands -> {
            var _ = commands.hdel(key, octets(peer.key()));
            announce(commands);
        });
    }

    @Override
    public void close() {
        refresh.cancel(false);
        if (used) {
            records.clear();
            bus.control().commands().ifPresent(commands -> {
                var _ = commands.del(key);
                var _ = commands.zrem(instances, instance);
                var _ = commands.publish(channel, instance);
            });
        }
    }

    /** Writes all records anew, which also restores them in a Redis that came back empty. */
    private void refresh() {
        if (!used || records.isEmpty()) {
            return;
        }
        bus.control().commands().ifPresent(commands -> {
            var all = new IdentityHashMap<byte[], byte[]>();
            records.values().forEach(peer -> all.put(octets(peer.key()), PeerRecordJson.write(peer)));
            var _ = commands.hset(key, all);
            keepAlive(commands);
        });
    }

    private void announce(RedisClusterAsyncCommands<byte[], byte[]> commands) {
        keepAlive(commands);
        var _ = commands.publish(channel, instance);
    }

    private void keepAlive(RedisClusterAsyncCommands<byte[], byte[]> commands) {
        var _ = commands.pexpire(key, LIFETIME);
        var _ = commands.zadd(instances, (double) System.currentTimeMillis(), instance);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
