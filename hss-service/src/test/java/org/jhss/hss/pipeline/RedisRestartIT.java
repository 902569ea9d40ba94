// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline outlives the queue. */
@Timeout(120)
class RedisRestartIT {

    private static final String IMSI = "999990000000001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void afterRedisWasKilledAndCameBackRequestsAreAnsweredAgain() throws Exception {
        var mme = DiameterRequests.mme();
        var redisDirectory = Files.createDirectory(directory.resolve("redis"));
        try (var redis = RedisServer.start(redisDirectory);
                var store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled())) {
            store.migrator().migrate();
            SubscriberFixture.subscriber(IMSI).sqn(1).store(store);
            try (var peer = new TestPeer(redis.settings("restart"), "diameter-1");
                    var hss = new TestHss(
                            redis.settings("restart"),
                            store,
                            "hss: {OriginHost: hss01, MCC: \"999\", MNC: \"99\", workers: 1}",
                            SqnHandler.module())) {
                long before =
                        SqnHandler.sqn(peer.answer(peer.send(mme.air(IMSI, 1).octets())));

                redis.kill();
                redis.start();
                await().atMost(PATIENCE).until(peer::isConnected);
                long after =
                        SqnHandler.sqn(peer.answer(peer.send(mme.air(IMSI, 1).octets())));

                assertThat(after).isGreaterThan(before);
                assertThat(hss.metrics().dropped().count()).isZero();
            }
        }
    }
}
