// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.api.ApiFixture;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.bus.calls.Calls;
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.health.ServiceHealth;
import org.jhss.platform.bus.peers.PeerRecord;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.jhss.platform.lifecycle.HealthRecord;
import org.jhss.platform.lifecycle.ServiceState;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The operations over a real Redis, with an hss service that answers as it does. */
class LiveBackboneIT {

    private static final String DONE =
            "{\"results\":[{\"node\":\"mme\",\"host\":\"mme01.example\",\"realm\":\"epc\",\"success\":true,\"result\":\"SUCCESS\"}]}";
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    private static PeerRecord peer(String host) {
        return new PeerRecord(
                "other",
                1,
                new PeerRecord.Address("10.0.0.1", 3868, "TCP"),
                new PeerRecord.Identity(PeerHost.parse(host), "epc", "mme"),
                new PeerRecord.State(true, "R-Open", Instant.EPOCH),
                new PeerRecord.History(Optional.of(Instant.EPOCH), Optional.empty(), 0),
                List.of(),
                Map.of());
    }

    private static String health(String role) {
        return new HealthRecord(
                        role,
                        role + "-1",
                        1,
                        "1",
                        Instant.EPOCH,
                        ServiceState.READY,
                        Instant.EPOCH,
                        List.of(),
                        Map.of())
                .toJson();
    }

    @Test
    void peers_health_and_calls_come_over_redis() throws Exception {
        var settings = RedisServer.shared().settings();
        try (var other = Bus.open(settings, "other", new SimpleMeterRegistry());
                var own = Bus.open(settings, "api-1", new SimpleMeterRegistry());
                var replies = Replies.open(other);
                var served = new Calls(other, replies);
                var registry = PeerRegistry.open(other);
                var backbone = LiveBackbone.on(own, PATIENCE);
                var api = ApiFixture.start(directory, Map.of(), backbone)) {
            await().until(() -> other.isAvailable() && own.isAvailable());
            var answer = JsonMapper.shared().readTree(DONE);
            served.serve("hss", Map.of("s6a.cancel-location", arguments -> CallResult.answer(answer)));
            registry.publish(peer("mme01.example"));
            var reports = new ServiceHealth(other);
            reports.publish("hss", "hss-1", health("hss"), LIFETIME);
            reports.publish("diameter", "diameter-1", health("diameter"), LIFETIME);
            Ground.subscriber(api, 1);
            Ground.served(api, 1);

            await().untilAsserted(() -> assertThat(
                            api.get("/oam/diameter_peers").json().propertyNames())
                    .containsExactly("10.0.0.1-3868"));
            await().untilAsserted(
                            () -> assertThat(api.get("/oam/ping").status()).isEqualTo(200));
            await().untilAsserted(() -> assertThat(
                            api.put("/pcrf/clr_subscriber", "{\"imsi\":\"" + Ground.imsi(1) + "\"}")
                                    .status())
                    .isEqualTo(200));
            assertThat(api.get("/oam/deregister/" + Ground.imsi(1)).raw().body())
                    .contains("no running hss service serves S6a");
            assertThat(api.put(
                                    "/push/clr/" + Ground.imsi(1),
                                    "{\"DestinationRealm\":\"epc\",\"cancellationType\":2,\"diameterPeer\":\"mme01.example\","
                                            + "\"immediateReattach\":true}")
                            .json()
                            .toString())
                    .isEqualTo("{\"result\":\"Successfully queued CLR to mme01.example\"}");
        }
    }
}
