// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Opens the process's connections to Redis and closes them all. Thread-safe. */
public final class RedisLinks implements AutoCloseable {

    private static final Duration QUIET = Duration.ZERO;
    private static final Duration SHUTDOWN = Duration.ofSeconds(2);
    private static final Duration BLOCKING_MARGIN = Duration.ofSeconds(1);
    private static final int IO_THREADS = 2;
    private static final int CLUSTER_QUEUE = 10_000;

    private final BusSettings settings;
    private final ScheduledExecutorService scheduler;
    private final Runnable reconnected;
    private final ClientResources resources;
    private final Supplier<CompletionStage<? extends StatefulConnection<byte[], byte[]>>> connector;
    private final Supplier<CompletionStage<? extends StatefulConnection<byte[], byte[]>>> subscriber;
    private final Runnable shutdown;
    private final List<RedisLink> links = new ArrayList<>();

    /**
     * @param scheduler runs the attempts to connect; stays the caller's
     * @param reconnected is run after each connection that was lost stands again
     */
    public RedisLinks(BusSettings settings, ScheduledExecutorService scheduler, Runnable reconnected) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.reconnected = reconnected;
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(IO_THREADS)
                .computationThreadPoolSize(2)
                .reconnectDelay(
                        Delay.fullJitter(Duration.ofMillis(20), Duration.ofSeconds(2), 20, TimeUnit.MILLISECONDS))
                .build();
        var uris = uris();
        if (settings.server() instanceof BusSettings.Server.Cluster) {
            var client = RedisClusterClient.create(resources, uris);
            client.setOptions(clusterOptions());
            // Opening in the background takes the topology for known, and only the blocking call would read it first.
            this.connector = () ->
                    client.refreshPartitionsAsync().thenCompose(_ -> client.connectAsync(ByteArrayCodec.INSTANCE));
            this.subscriber = () -> client.refreshPartitionsAsync()
                    .thenCompose(_ -> client.connectPubSubAsync(ByteArrayCodec.INSTANCE));
            this.shutdown = () -> client.shutdown(QUIET, SHUTDOWN);
        } else {
            var client = RedisClient.create(resources);
            client.setOptions(fill(ClientOptions.builder()).build());
            this.connector = () -> client.connectAsync(ByteArrayCodec.INSTANCE, uris.getFirst());
            this.subscriber = () -> client.connectPubSubAsync(ByteArrayCodec.INSTANCE, uris.getFirst());
            this.shutdown = () -> client.shutdown(QUIET, SHUTDOWN);
        }
    }

    /** A connection whose commands go out one by one. */
    public RedisLink open(String role) {
        return open(new RedisLink(role, false, connector, scheduler, reconnected, _ -> {}));
    }

    /** A connection whose commands are gathered until {@link RedisLink#flush}. */
    public RedisLink openPipelined(String role) {
        return open(new RedisLink(role, true, connector, scheduler, reconnected, _ -> {}));
    }

    /**
     * Listens to a channel on a connection of its own, for as long as the process lives.
     *
     * @param heard is run, on an I/O thread, for each message and after each (re)subscription, since messages may have been missed
     */
    public RedisLink subscribe(String channel, Runnable heard) {
        byte[] name = channel.getBytes(StandardCharsets.UTF_8);
        Consumer<StatefulConnection<byte[], byte[]>> listen = connection -> {
            if (connection instanceof StatefulRedisPubSubConnection<byte[], byte[]> subscription) {
                subscription.addListener(new RedisPubSubAdapter<>() {
                    @Override
                    public void message(byte[] from, byte[] text) {
                        heard.run();
                    }

                    @Override
                    public void subscribed(byte[] to, long count) {
                        heard.run();
                    }
                });
                var _ = subscription.async().subscribe(name);
            }
        };
        return open(new RedisLink("subscription", false, subscriber, scheduler, reconnected, listen));
    }

    public BusSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        List<RedisLink> all;
        synchronized (links) {
            all = List.copyOf(links);
        }
        all.forEach(RedisLink::abandon);
        shutdown.run();
        resources.shutdown(0, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    private RedisLink open(RedisLink link) {
        synchronized (links) {
            links.add(link);
        }
        link.open();
        return link;
    }

    private List<RedisURI> uris() {
        return switch (settings.server()) {
            case BusSettings.Server.Standalone(var host, var port) ->
                List.of(complete(RedisURI.Builder.redis(host, port)));
            case BusSettings.Server.UnixSocket(var path) -> List.of(complete(RedisURI.Builder.socket(path.toString())));
            case BusSettings.Server.Cluster(var nodes) ->
                nodes.stream()
                        .map(node -> complete(RedisURI.Builder.redis(node.host(), node.port())))
                        .toList();
            case BusSettings.Server.Sentinel sentinel -> List.of(sentinelUri(sentinel));
        };
    }

    private RedisURI sentinelUri(BusSettings.Server.Sentinel sentinel) {
        var first = sentinel.nodes().getFirst();
        var builder = RedisURI.Builder.sentinel(first.host(), first.port(), sentinel.master());
        for (var node : sentinel.nodes().subList(1, sentinel.nodes().size())) {
            builder.withSentinel(node.host(), node.port());
        }
        var uri = complete(builder);
        for (var node : uri.getSentinels()) {
            node.setTimeout(settings.limits().connectTimeout());
            sentinel.password()
                    .ifPresent(secret ->
                            node.setCredentialsProvider(() -> Mono.just(RedisCredentials.just(null, secret.reveal()))));
        }
        return uri;
    }

    private RedisURI complete(RedisURI.Builder builder) {
        builder.withTimeout(settings.limits().connectTimeout());
        if (settings.database() != 0) {
            builder.withDatabase(settings.database());
        }
        settings.credentials().password().ifPresent(secret -> {
            if (settings.credentials().username().isEmpty()) {
                builder.withPassword(secret.reveal().toCharArray());
            } else {
                builder.withAuthentication(settings.credentials().username(), secret.reveal());
            }
        });
        settings.tls()
                .ifPresent(tls ->
                        builder.withSsl(true).withVerifyPeer(tls.verifyHost() ? SslVerifyMode.FULL : SslVerifyMode.CA));
        return builder.build();
    }

    private ClusterClientOptions clusterOptions() {
        var refresh = ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(Duration.ofSeconds(30))
                .build();
        var builder = ClusterClientOptions.builder();
        fill(builder);
        // To a cluster's node Lettuce connects when its first command comes, and would refuse that one; the command
        // time-out bounds
        // what waits, and the first one that is late makes producers refuse.
        builder.disconnectedBehavior(ClientOptions.DisconnectedBehavior.DEFAULT).requestQueueSize(CLUSTER_QUEUE);
        return builder.topologyRefreshOptions(refresh).build();
    }

    private ClientOptions.Builder fill(ClientOptions.Builder builder) {
        builder.autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.limits().connectTimeout())
                        .tcpNoDelay(true)
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.builder()
                        .timeoutCommands()
                        .timeoutSource(new Timeouts(settings.limits()))
                        .build());
        settings.tls().ifPresent(tls -> builder.sslOptions(sslOptions(tls)));
        return builder;
    }

    private static SslOptions sslOptions(BusSettings.Tls tls) {
        var builder = SslOptions.builder().jdkSslProvider();
        tls.trust().ifPresent(path -> builder.trustManager(path.toFile()));
        tls.identity()
                .ifPresent(own ->
                        builder.keyManager(own.certificate().toFile(), own.key().toFile(), new char[0]));
        return builder.build();
    }

    /** A blocking read may take as long as it blocks; everything else is soon late. */
    private static final class Timeouts extends TimeoutOptions.TimeoutSource {
        private final long commandMillis;
        private final long blockingMillis;

        Timeouts(BusSettings.Limits limits) {
            this.commandMillis = limits.commandTimeout().toMillis();
            this.blockingMillis = limits.maxWait().plus(BLOCKING_MARGIN).toMillis();
        }

        @Override
        public long getTimeout(RedisCommand<?, ?, ?> command) {
            return command.getType() == CommandType.XREADGROUP ? blockingMillis : commandMillis;
        }

        @Override
        public TimeUnit getTimeUnit() {
            return TimeUnit.MILLISECONDS;
        }
    }
}
