// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jhss.platform.config.schema.SecretString;
import org.jhss.store.Store;
import org.jhss.store.outbox.Notification;
import org.jhss.store.outbox.OutboxCounts;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deliveries from a real database to a real HTTP server. */
@Timeout(120)
class WebhookRelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();

    private Store store(TestDatabase database) {
        var store = Store.open(database.fresh(), KeyVault.disabled());
        open.add(store);
        store.migrator().migrate();
        return store;
    }

    private Receiver receiver(int port) throws Exception {
        var receiver = Receiver.start(port);
        open.add(receiver);
        return receiver;
    }

    private static WebhookSettings settings(String holder, Duration giveUpAfter) {
        return new WebhookSettings(
                holder,
                Optional.of(new SecretString("secret")),
                Duration.ofSeconds(1),
                giveUpAfter,
                Duration.ofMillis(20),
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)));
    }

    private WebhookRelay relay(Store store, String holder) {
        return relay(store, settings(holder, Duration.ofHours(1)));
    }

    private WebhookRelay relay(Store store, WebhookSettings settings) {
        var relay = WebhookRelay.start(store.outbox(), settings, meters, Clock.systemUTC());
        open.add(relay);
        return relay;
    }

    private static void enqueue(Store store, String endpoint, String... bodies) {
        store.unitsOfWork().run(unit -> {
            for (var body : bodies) {
                unit.enqueue(new Notification(endpoint, "PATCH", body), Instant.now());
            }
            unit.commit();
            return true;
        });
    }

    private static String[] numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private static void awaitEmpty(Store store) {
        await().atMost(PATIENCE).until(() -> store.outbox().counts().waiting() == 0);
    }

    @AfterEach
    void close() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void delivers_in_order_signed_and_counted(TestDatabase database) throws Exception {
        var store = store(database);
        var receiver = receiver(0);
        enqueue(store, receiver.endpoint(), numbers(50));
        relay(store, "one");

        awaitEmpty(store);

        assertThat(receiver.taken()).containsExactly(numbers(50));
        assertThat(receiver.seen()).allSatisfy(seen -> {
            assertThat(seen.method()).isEqualTo("PATCH");
            assertThat(seen.contentType()).isEqualTo("application/json");
            long seconds = Long.parseLong(
                    seen.signature().substring(2, seen.signature().indexOf(',')));
            assertThat(seen.signature())
                    .isEqualTo(Signature.of(
                            new SecretString("secret"), seconds, Long.parseLong(seen.delivery()), seen.body()));
        });
        assertThat(meters.get("prom_http_webhook")
                        .tags(
                                "webhook_host",
                                "127.0.0.1:" + receiver.port() + "/hook",
                                "endpoint",
                                "webhook",
                                "http_response_code",
                                "200",
                                "error",
                                "")
                        .counter()
                        .count())
                .isEqualTo(50);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_rolled_back_is_not_told(TestDatabase database) throws Exception {
        var store = store(database);
        store.unitsOfWork().run(unit -> {
            unit.enqueue(new Notification("http://127.0.0.1/", "PATCH", "kept"), Instant.now());
            int mark = unit.mark();
            unit.enqueue(new Notification("http://127.0.0.1/", "PATCH", "taken back"), Instant.now());
            unit.rollbackTo(mark);
            unit.commit();
            return true;
        });
        try (var unit = store.unitsOfWork().begin()) {
            unit.enqueue(new Notification("http://127.0.0.1/", "PATCH", "never committed"), Instant.now());
        }

        assertThat(store.outbox().head("http://127.0.0.1/", 10))
                .extracting(waiting -> waiting.notification().body())
                .containsExactly("kept");
    }

    @ParameterizedTest
    @EnumSource
    void a_failing_endpoint_gets_all_in_order_when_it_recovers_and_holds_no_other_up(TestDatabase database)
            throws Exception {
        var store = store(database);
        var flaky = receiver(0);
        var healthy = receiver(0);
        var failures = new AtomicInteger(3);
        flaky.answer(body -> failures.getAndDecrement() > 0 ? 503 : 200);
        enqueue(store, flaky.endpoint(), "a", "b", "c");
        enqueue(store, healthy.endpoint(), "x", "y");
        relay(store, "one");

        awaitEmpty(store);

        assertThat(flaky.seen()).extracting(Receiver.Seen::body).containsExactly("a", "a", "a", "a", "b", "c");
        assertThat(flaky.seen().stream().map(Receiver.Seen::delivery).distinct())
                .hasSize(3);
        assertThat(healthy.taken()).containsExactly("x", "y");
    }

    @ParameterizedTest
    @EnumSource
    void an_endpoint_that_is_down_is_waited_for_and_a_silent_one_times_out(TestDatabase database) throws Exception {
        var store = store(database);
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        enqueue(store, "http://127.0.0.1:" + port + "/hook", "a");
        relay(store, "one");
        await().atMost(PATIENCE)
                .until(() -> meters.find("prom_http_webhook")
                                .tags("http_response_code", "000", "error", "Connection Refused")
                                .counter()
                        != null);

        var receiver = receiver(port);
        var silences = new AtomicInteger(1);
        receiver.answer(body -> silences.getAndDecrement() > 0 ? 0 : 200);
        awaitEmpty(store);

        assertThat(receiver.taken()).containsExactly("a");
        assertThat(meters.find("prom_http_webhook").tags("error", "Timeout").counter())
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_refused_or_too_old_becomes_a_dead_letter_that_can_be_revived(TestDatabase database) throws Exception {
        var store = store(database);
        var receiver = receiver(0);
        receiver.answer(body -> switch (body) {
            case "refused" -> 400;
            case "hopeless" -> 500;
            default -> 200;
        });
        enqueue(store, receiver.endpoint(), "refused", "hopeless", "fine");
        enqueue(store, "not an address", "lost");
        relay(store, settings("one", Duration.ofMillis(300)));

        await().atMost(PATIENCE).until(() -> store.outbox().counts().equals(new OutboxCounts(0, 3)));
        assertThat(receiver.taken()).containsExactly("fine");
        assertThat(receiver.seen().stream().filter(seen -> seen.body().equals("refused")))
                .hasSize(1);

        receiver.answer(body -> 200);
        assertThat(store.outbox().revive(Instant.now())).isEqualTo(3);
        await().atMost(PATIENCE).until(() -> store.outbox().counts().equals(new OutboxCounts(0, 1)));
        assertThat(receiver.taken()).containsExactly("fine", "refused", "hopeless");
        assertThat(store.outbox().prune(Instant.now().plusSeconds(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void two_instances_deliver_each_once_and_in_order(TestDatabase database) throws Exception {
        var store = store(database);
        var receiver = receiver(0);
        relay(store, "one");
        relay(store, "two");

        for (int i = 0; i < 60; i++) {
            enqueue(store, receiver.endpoint(), Integer.toString(i));
        }
        awaitEmpty(store);

        assertThat(receiver.taken()).containsExactly(numbers(60));
    }

    @ParameterizedTest
    @EnumSource
    void an_endpoint_of_a_dead_process_is_taken_over_when_its_lease_ends(TestDatabase database) throws Exception {
        var store = store(database);
        var receiver = receiver(0);
        var outbox = store.outbox();
        enqueue(store, receiver.endpoint(), "a", "b");
        var now = Instant.now();
        // The dead one had told "a", and got no further.
        assertThat(outbox.lease(receiver.endpoint(), "dead", now, Duration.ofSeconds(2)))
                .isTrue();
        assertThat(outbox.lease(receiver.endpoint(), "other", now, Duration.ofSeconds(2)))
                .isFalse();
        outbox.delivered(outbox.head(receiver.endpoint(), 1).getFirst().id());
        relay(store, "alive");

        awaitEmpty(store);

        assertThat(Instant.now()).isAfterOrEqualTo(now.plusSeconds(2));
        assertThat(receiver.taken()).containsExactly("b");
    }
}
