// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceHealthIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void reportsAreListedByRoleUntilTheyExpireOrAreRemoved(@TempDir Path directory) {
        try (var redis = TestRedis.start(directory);
                var bus = Bus.open(redis.settings("p"), "i1", new SimpleMeterRegistry())) {
            var health = new ServiceHealth(bus);
            Awaitility.await().until(bus::isAvailable);
            assertThat(list(health, "hss")).contains(List.of());
            health.publish("hss", "h1", "{\"ready\":true}", LONG);
            health.publish("hss", "h2", "{}", LONG);
            health.publish("hss", "short", "{}", Duration.ofMillis(100));
            health.publish("diameter", "d1", "{}", LONG);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(list(health, "hss").orElseThrow())
                            .containsExactlyInAnyOrder(
                                    new ServiceReport("hss", "h1", "{\"ready\":true}"),
                                    new ServiceReport("hss", "h2", "{}")));
            health.remove("hss", "h2");
            assertThat(list(health, "hss").orElseThrow())
                    .extracting(ServiceReport::instance)
                    .containsExactly("h1");
            redis.kill();
            Awaitility.await().until(() -> list(health, "hss").isEmpty());
        }
    }

    private static Optional<List<ServiceReport>> list(ServiceHealth health, String role) {
        return health.list(role).toCompletableFuture().join();
    }
}
