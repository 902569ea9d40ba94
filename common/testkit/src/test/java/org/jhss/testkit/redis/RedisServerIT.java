// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.Offer;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {

    @Test
    void sharedServerIsStartedOnceAndServesABus() {
        assertThat(RedisServer.shared()).isSameAs(RedisServer.shared());
        try (var bus = Bus.open(RedisServer.shared().settings(), "i1", new SimpleMeterRegistry())) {
            Awaitility.await().until(bus::isAvailable);
        }
    }

    @Test
    void whatAKilledServerConfirmedIsThereWhenItIsStartedAgain(@TempDir Path directory) {
        try (var server = RedisServer.start(directory);
                var bus = Bus.open(server.settings("p"), "i1", new SimpleMeterRegistry())) {
            var producer = bus.producer(bus.keys().inbound(), _ -> {});
            var consumer = bus.consumer(bus.keys().inbound(), "g", "c");
            Awaitility.await().until(producer::isAvailable);
            var frame = Frame.of(Envelope.requestIn(1, 2, 0, 0, "mme", ""), new byte[] {5});
            assertThat(producer.send(frame).toCompletableFuture().join()).isEqualTo(Offer.ACCEPTED);
            server.kill();
            server.start();
            var deliveries = consumer.poll(1, Duration.ofSeconds(10));
            assertThat(deliveries).hasSize(1);
            assertThat(deliveries.getFirst().messages().getFirst().payload()).containsExactly(5);
        }
    }
}
