// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.diameter.dictionary.Base;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisFailureIT {

    private static final String HOST = "mme01.example.org";

    @Test
    void requestsAre3002WhileRedisIsAwayAndAnsweredWhenItIsBackOnTheSameConnection(@TempDir Path directory) {
        try (var redis = RedisServer.start(directory);
                var fixture = new PeerFixture(Engines.settings(), redis.settings("p"));
                var client = fixture.open(HOST)) {
            var next = new AtomicInteger();
            assertThat(Messages.resultCode(client.exchange(Messages.air(HOST, 1, next.incrementAndGet()))))
                    .isEqualTo(2001);
            redis.kill();
            assertThat(Messages.resultCode(client.exchange(Messages.air(HOST, 2, next.incrementAndGet()))))
                    .isEqualTo(3002);
            assertThat(client.exchange(Messages.dwr(HOST, 3)).commandCode())
                    .as("the base protocol needs no Redis")
                    .isEqualTo(Base.DWR.code());
            redis.start();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    Messages.resultCode(client.exchange(Messages.air(HOST, 4, next.incrementAndGet()))))
                            .isEqualTo(2001));
        }
    }

    @Test
    void requestsOverTheBacklogAre3004() {
        var base = RedisServer.shared().settings();
        var redis = base.withLimits(base.limits().withMaxBacklogMessages(1));
        try (var fixture = new PeerFixture(Engines.settings(), redis);
                var client = fixture.open(HOST)) {
            fixture.hss().close();
            var next = new AtomicInteger();
            client.send(Messages.air(HOST, 1, next.incrementAndGet()));
            client.send(Messages.air(HOST, 2, next.incrementAndGet()));
            await().until(() -> fixture.bus().control().commands().isPresent());
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                client.send(Messages.air(HOST, 3, next.incrementAndGet()));
                assertThat(Messages.resultCode(client.receive())).isEqualTo(3004);
            });
        }
    }
}
