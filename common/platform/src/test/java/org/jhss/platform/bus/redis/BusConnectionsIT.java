// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.Offer;
import org.jhss.platform.bus.TestRedis;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.redis.BusSettings.Credentials;
import org.jhss.platform.bus.redis.BusSettings.Node;
import org.jhss.platform.bus.redis.BusSettings.Server;
import org.jhss.platform.bus.redis.BusSettings.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusConnectionsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void passwordOpensAndAWrongOneDoesNot() {
        try (var redis = TestRedis.start(directory, "--requirepass", "sesame")) {
            assertWorks(redis.settings("p").withCredentials(Credentials.password("sesame")));
            assertStaysShut(redis.settings("p").withCredentials(Credentials.password("wrong")));
            assertStaysShut(redis.settings("p"));
        }
    }

    @Test
    void aclUserMayDoAllThatTheBusNeedsOnTheKeysOfItsPrefix() throws IOException {
        var users = Files.writeString(directory.resolve("users.acl"), """
                user default off
                user jhss on >sesame ~{p}:* resetchannels &{p}:* +@all -@dangerous
                """);
        try (var redis = TestRedis.start(directory, "--aclfile", users.toString())) {
            assertWorks(redis.settings("p").withCredentials(Credentials.user("jhss", "sesame")));
            assertStaysShut(redis.settings("p").withCredentials(Credentials.user("other", "sesame")));
        }
    }

    @Test
    void otherDatabaseHoldsOtherKeys() {
        try (var redis = TestRedis.start(directory)) {
            assertWorks(redis.settings("p").withDatabase(3));
            try (var client = RedisClient.create("redis://127.0.0.1:" + redis.port());
                    var connection = client.connect()) {
                assertThat(connection.sync().keys("*")).isEmpty();
                connection.sync().select(3);
                assertThat(connection.sync().keys("*")).containsExactly("{p}:diameter:inbound");
            }
        }
    }

    @Test
    void unixSocketWorks() throws IOException {
        // A socket's path has at most 107 octets, which a test's directory may exceed.
        var socket = Files.createTempDirectory("bus").resolve("redis.sock");
        try (var redis = TestRedis.start(directory, "--unixsocket", socket.toString())) {
            assertThat(redis.port()).isPositive();
            assertWorks(BusSettings.of("p", new Server.UnixSocket(socket)));
        }
    }

    @Test
    void tlsWorksWhenTheCertificateIsTrustedAndNamesTheHost() throws Exception {
        var certificate = TestCertificate.make(directory, "localhost");
        int port = TestRedis.freePort();
        try (var redis = startTls(certificate, port)) {
            assertThat(redis.port()).isPositive();
            var trusting = new Tls(Optional.of(certificate.certificate()), Optional.empty(), true);
            var settings = BusSettings.of("p", new Server.Standalone("localhost", port));
            assertWorks(settings.withTls(trusting));
            assertStaysShut(settings.withTls(new Tls(Optional.empty(), Optional.empty(), true)));
        }
    }

    @Test
    void tlsRefusesACertificateThatNamesAnotherHostUnlessToldNotToLook() throws Exception {
        var certificate = TestCertificate.make(directory, "elsewhere.example.org");
        int port = TestRedis.freePort();
        try (var redis = startTls(certificate, port)) {
            assertThat(redis.port()).isPositive();
            var settings = BusSettings.of("p", new Server.Standalone("localhost", port));
            var trust = Optional.of(certificate.certificate());
            assertStaysShut(settings.withTls(new Tls(trust, Optional.empty(), true)));
            assertWorks(settings.withTls(new Tls(trust, Optional.empty(), false)));
        }
    }

    @Test
    void clusterWorks() {
        try (var redis = TestRedis.start(directory, "--cluster-enabled", "yes")) {
            try (var client = RedisClient.create("redis://127.0.0.1:" + redis.port());
                    var connection = client.connect()) {
                connection.sync().clusterAddSlots(IntStream.range(0, 16_384).toArray());
                Awaitility.await().until(() -> connection.sync().clusterInfo().contains("cluster_state:ok"));
            }
            assertWorks(BusSettings.of("p", new Server.Cluster(List.of(new Node("127.0.0.1", redis.port())))));
        }
    }

    @Test
    void sentinelLeadsToTheMasterAndAfterFailOverToTheNewOne() throws IOException {
        var replicaDirectory = Files.createDirectory(directory.resolve("replica"));
        var sentinelDirectory = Files.createDirectory(directory.resolve("sentinel"));
        try (var master = TestRedis.start(directory);
                var replica = TestRedis.start(
                        replicaDirectory,
                        "--replicaof",
                        "127.0.0.1",
                        Integer.toString(master.port()),
                        "--repl-diskless-sync-delay",
                        "0");
                var sentinel = startSentinel(sentinelDirectory, master.port())) {
            awaitReplica(master, replica);
            var server =
                    new Server.Sentinel("mymaster", List.of(new Node("127.0.0.1", sentinel.port())), Optional.empty());
            try (var bus = Bus.open(BusSettings.of("p", server), "i1", new SimpleMeterRegistry())) {
                var producer = bus.producer(bus.keys().inbound(), _ -> {});
                var consumer = bus.consumer(bus.keys().inbound(), "g", "c");
                Awaitility.await().atMost(SOON).until(producer::isAvailable);
                assertThat(producer.send(frame(1)).toCompletableFuture().join()).isEqualTo(Offer.ACCEPTED);
                assertThat(consumer.poll(1, Duration.ofSeconds(5))).hasSize(1);
                master.kill();
                Awaitility.await()
                        .atMost(SOON)
                        .until(() ->
                                producer.send(frame(2)).toCompletableFuture().join() == Offer.ACCEPTED);
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> consumer.poll(1, Duration.ofMillis(200)).stream()
                                .anyMatch(delivery -> delivery.messages()
                                                .getFirst()
                                                .envelope()
                                                .correlationId()
                                        == 2));
            }
        }
    }

    private TestRedis startTls(TestCertificate certificate, int port) {
        return TestRedis.start(
                directory,
                "--tls-port",
                Integer.toString(port),
                "--tls-cert-file",
                certificate.certificate().toString(),
                "--tls-key-file",
                certificate.key().toString(),
                "--tls-ca-cert-file",
                certificate.certificate().toString(),
                "--tls-auth-clients",
                "no");
    }

    private static TestRedis startSentinel(Path directory, int masterPort) throws IOException {
        var config = Files.writeString(directory.resolve("sentinel.conf"), """
                sentinel monitor mymaster 127.0.0.1 %d 1
                sentinel down-after-milliseconds mymaster 500
                sentinel failover-timeout mymaster 2000
                """.formatted(masterPort));
        return TestRedis.startSentinel(directory, config);
    }

    private static void awaitReplica(TestRedis master, TestRedis replica) {
        assertThat(replica.port()).isPositive();
        try (var client = RedisClient.create("redis://127.0.0.1:" + master.port());
                var connection = client.connect()) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> connection.sync().info("replication").contains("state=online"));
        }
    }

    private static void assertWorks(BusSettings settings) {
        try (var bus = Bus.open(settings, "i1", new SimpleMeterRegistry())) {
            var producer = bus.producer(bus.keys().inbound(), _ -> {});
            var consumer = bus.consumer(bus.keys().inbound(), "g", "c");
            Awaitility.await().atMost(SOON).until(producer::isAvailable);
            for (int i = 0; i < 10; i++) {
                assertThat(producer.send(frame(i)).toCompletableFuture().join()).isEqualTo(Offer.ACCEPTED);
                var deliveries = consumer.poll(1, Duration.ofSeconds(5));
                assertThat(deliveries).hasSize(1);
                assertThat(consumer.ack(deliveries).toCompletableFuture().join())
                        .isEqualTo(Offer.ACCEPTED);
            }
            assertThat(consumer.claimStale(Duration.ZERO, 10)).isEmpty();
        }
    }

    private static void assertStaysShut(BusSettings settings) {
        try (var bus = Bus.open(settings, "i1", new SimpleMeterRegistry())) {
            var producer = bus.producer(bus.keys().inbound(), _ -> {});
            var consumer = bus.consumer(bus.keys().inbound(), "g", "c");
            assertThat(consumer.prepare(Duration.ofMillis(700))).isFalse();
            assertThat(producer.send(frame(1)).toCompletableFuture().join()).isEqualTo(Offer.UNAVAILABLE);
        }
    }

    private static Frame frame(long correlation) {
        return Frame.of(Envelope.requestIn(1, correlation, 0, 0, "mme", ""), new byte[1]);
    }
}
