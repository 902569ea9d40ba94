// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PeerRegistryIT {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static TestRedis redis;

    private final String prefix = UUID.randomUUID().toString();
    private Bus ownerBus;
    private Bus otherBus;
    private PeerRegistry owner;
    private PeerRegistry other;

    @BeforeAll
    static void startRedis(@TempDir Path directory) {
        redis = TestRedis.start(directory);
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void open() {
        ownerBus = Bus.open(redis.settings(prefix), "d1", new SimpleMeterRegistry());
        otherBus = Bus.open(redis.settings(prefix), "hss1", new SimpleMeterRegistry());
        Awaitility.await().until(() -> ownerBus.isAvailable() && otherBus.isAvailable());
        owner = PeerRegistry.open(ownerBus);
        other = PeerRegistry.open(otherBus);
    }

    @AfterEach
    void close() {
        owner.close();
        other.close();
        ownerBus.close();
        otherBus.close();
    }

    @Test
    void peerIsFoundByOthersWhateverTheCaseOfItsNameAndGoneWhenRemoved() {
        assertThat(other.snapshot()).isEmpty();
        var peer = peer(1, 40001, "mme01.epc.example.org", true, NOON);
        owner.publish(peer);
        Awaitility.await().until(() -> !other.snapshot().isEmpty());
        assertThat(other.snapshot()).containsExactly(peer);
        assertThat(other.find(new PeerHost("MME01.EPC.example.org")))
                .contains(new PeerLocation("d1", 1, otherBus.keys().outbound("d1"), peer));
        owner.remove(peer);
        Awaitility.await().until(() -> other.snapshot().isEmpty());
        assertThat(other.find(new PeerHost("mme01.epc.example.org"))).isEmpty();
    }

    @Test
    void newestOpenConnectionIsChosen() {
        owner.publish(peer(1, 40001, "mme01", true, NOON));
        owner.publish(peer(2, 40002, "mme01", true, NOON.plusSeconds(5)));
        owner.publish(peer(3, 40003, "mme01", false, NOON.plusSeconds(9)));
        Awaitility.await().until(() -> other.snapshot().size() == 3);
        assertThat(other.find(new PeerHost("mme01")).map(PeerLocation::connectionId))
                .contains(2L);
    }

    @Test
    void recordsOfAProcessThatEndsAreRemovedAndThoseOfOneThatDiesExpire() {
        owner.publish(peer(1, 40001, "mme01", true, NOON));
        Awaitility.await().until(() -> !other.snapshot().isEmpty());
        try (var client = RedisClient.create("redis://127.0.0.1:" + redis.port());
                var connection = client.connect()) {
            assertThat(connection.sync().pttl(ownerBus.keys().peers("d1"))).isBetween(1L, 15_000L);
        }
        owner.close();
        Awaitility.await().until(() -> other.snapshot().isEmpty());
    }

    @Test
    void recordsComeBackAfterRedisLostThem() {
        owner.publish(peer(1, 40001, "mme01", true, NOON));
        Awaitility.await().until(() -> !other.snapshot().isEmpty());
        try (var client = RedisClient.create("redis://127.0.0.1:" + redis.port());
                var connection = client.connect()) {
            connection.sync().flushall();
        }
        Awaitility.await().until(() -> other.snapshot().isEmpty());
        Awaitility.await().until(() -> other.snapshot().size() == 1);
    }

    @Test
    void jsonHasThePeerFieldsOfPyHss() {
        var json = PeerRecordJson.toJson(peer(1, 40001, "mme01", true, NOON));
        assertThat(json.propertyNames())
                .startsWith(
                        "IpAddress",
                        "Port",
                        "Hostname",
                        "Connected",
                        "TransportProtocol",
                        "PeerType",
                        "LastConnectTimestamp",
                        "LastDisconnectTimestamp",
                        "ReconnectionCount",
                        "Metadata");
        var metadata =
                JsonMapper.builder().build().readTree(json.get("Metadata").stringValue());
        assertThat(metadata.get("DiameterPeerType").stringValue()).isEqualTo("mme");
    }

    private static PeerRecord peer(long id, int port, String host, boolean connected, Instant since) {
        return new PeerRecord(
                "d1",
                id,
                new PeerRecord.Address("127.0.0.1", port, "TCP"),
                new PeerRecord.Identity(PeerHost.parse(host), "epc.example.org", "mme"),
                new PeerRecord.State(connected, "R-Open", since),
                new PeerRecord.History(Optional.of(since), Optional.empty(), 0),
                List.of(16777251L, 16777252L),
                Map.of("RequestsIn", 5L));
    }
}
