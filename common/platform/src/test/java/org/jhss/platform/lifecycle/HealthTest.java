// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    private static Health health() {
        return new Health(
                InstanceId.make("hss", Map.of("JHSS_INSTANCE", "hss-1")), "1.0", SHORT, SHORT.multipliedBy(10));
    }

    @Test
    void aCheckThatDoesNotAnswerCountsAsDown() {
        try (var health = health()) {
            health.require("database", () -> {
                new CountDownLatch(1).await();
                return "never";
            });
            health.require("redis", () -> "6.2.11");
            health.start(Duration.ZERO);

            assertThat(health.current().state()).isEqualTo(ServiceState.DEGRADED);
            assertThat(health.current().dependencies())
                    .containsExactly(
                            new DependencyState("database", false, "no answer within 200 ms"),
                            new DependencyState("redis", true, "6.2.11"));
        }
    }

    @Test
    void theStartWaitsForConnectionsThatTakeAMoment() {
        var asked = new AtomicInteger();
        try (var health = health()) {
            health.require("redis", () -> {
                if (asked.incrementAndGet() < 3) {
                    throw new IOException("connecting");
                }
                return "6.2";
            });
            health.start(Duration.ofMinutes(1));

            assertThat(health.current().state()).isEqualTo(ServiceState.READY);
        }
    }

    @Test
    void aPublisherThatFailsIsTriedAgain() {
        List<ServiceState> published = new CopyOnWriteArrayList<>();
        try (var health = health()) {
            health.publishTo(new HealthPublisher() {
                private boolean failed;

                @Override
                public void publish(HealthRecord record) throws IOException {
                    if (!failed) {
                        failed = true;
                        throw new IOException("no connection");
                    }
                    published.add(record.state());
                }

                @Override
                public void withdraw(HealthRecord record) {
                    published.add(record.state());
                }
            });
            health.start(Duration.ZERO);
            await().until(() -> !published.isEmpty());
            health.stopping();
        }

        assertThat(published).startsWith(ServiceState.READY).endsWith(ServiceState.STOPPING);
    }

    @Test
    void aStoppingServiceIsNeverReadyAgain() {
        try (var health = health()) {
            health.start(Duration.ZERO);
            health.stopping();
            var since = health.current().since();

            assertThat(health.current().state()).isEqualTo(ServiceState.STOPPING);
            assertThat(health.current().since()).isEqualTo(since);
        }
    }

    @Test
    void theRecordSurvivesItsJson() {
        try (var health = health()) {
            health.require("redis", () -> "6.2");
            health.endpoint("metrics", "127.0.0.1:9193");
            health.start(Duration.ZERO);
            var record = health.current();

            assertThat(HealthRecord.fromJson(record.toJson())).isEqualTo(record);
            assertThat(record.toJson()).contains("\"instance\":\"hss-1\"").contains("\"state\":\"READY\"");
        }
    }
}
