// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.Envelope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class BusStreamIT {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static TestRedis redis;

    private Bus bus;
    private BusProducer producer;
    private BusConsumer consumer;

    @BeforeAll
    static void startRedis(@TempDir Path directory) {
        redis = TestRedis.start(directory);
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void open(TestInfo test) {
        bus = Bus.open(redis.settings(test.getDisplayName().replaceAll("[{}()]", "")), "i1", new SimpleMeterRegistry());
        producer = bus.producer(bus.keys().inbound(), frame -> {});
        consumer = bus.consumer(bus.keys().inbound(), BusKeys.HSS_GROUP, "c1");
        Awaitility.await().until(() -> producer.isAvailable());
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void messagesArriveOnceAndInOrderAndLeaveNothingBehind() {
        int sent = 10_000;
        for (int i = 0; i < sent; i++) {
            assertThat(send(i)).isEqualTo(Offer.ACCEPTED);
        }
        var received = new ArrayList<Long>();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            var deliveries = consumer.poll(256, Duration.ofMillis(200));
            deliveries.forEach(delivery -> delivery.messages()
                    .forEach(message -> received.add(message.envelope().correlationId())));
            assertThat(consumer.ack(deliveries).toCompletableFuture().join()).isEqualTo(Offer.ACCEPTED);
            return received.size() >= sent;
        });
        assertThat(received).hasSize(sent).isSorted();
        assertThat(consumer.poll(1, Duration.ofMillis(50))).isEmpty();
        assertThat(consumer.inHand()).isZero();
        Awaitility.await().untilAsserted(() -> assertThat(producer.backlog()).isZero());
        assertThat(producer.streamEntries()).isZero();
    }

    @Test
    void payloadAndEnvelopeArriveUnchanged() {
        var envelope =
                Envelope.requestIn(7, 9, 1_000, 0, "mme01.örtlich", bus.keys().outbound("d1"));
        byte[] payload = "between".getBytes(StandardCharsets.UTF_8);
        assertThat(producer.send(envelope, payload, 3, 2)).isEqualTo(Offer.ACCEPTED);
        var message = only(consumer.poll(10, WAIT));
        assertThat(message.envelope()).isEqualTo(envelope);
        assertThat(message.payload()).asString(StandardCharsets.UTF_8).isEqualTo("we");
    }

    @Test
    void answersGoToTheOwnerAndTheRequestIsGone() {
        var owner = bus.ownConsumer(bus.keys().outbound("d1"));
        assertThat(owner.prepare(WAIT)).isTrue();
        producer.send(Envelope.requestIn(7, 9, 0, 0, "mme", bus.keys().outbound("d1")), new byte[] {1}, 0, 1);
        var requests = consumer.poll(10, WAIT);
        var request = only(requests).envelope();
        var outbox = bus.outbox();
        outbox.add(request.replyTo(), request.answer(), new byte[] {2});
        assertThat(consumer.complete(requests, outbox).toCompletableFuture().join())
                .isEqualTo(Offer.ACCEPTED);
        assertThat(outbox.isEmpty()).isTrue();
        var answers = owner.poll(10, WAIT);
        assertThat(only(answers).envelope()).isEqualTo(request.answer());
        assertThat(only(answers).payload()).containsExactly(2);
    }

    @Test
    void answerToAnOwnerThatIsGoneIsReported() {
        producer.send(Envelope.requestIn(7, 9, 0, 0, "mme", bus.keys().outbound("gone")), new byte[] {1}, 0, 1);
        var requests = consumer.poll(10, WAIT);
        var outbox = bus.outbox();
        outbox.add(bus.keys().outbound("gone"), only(requests).envelope().answer(), new byte[] {2});
        assertThat(consumer.complete(requests, outbox).toCompletableFuture().join())
                .isEqualTo(Offer.NO_READER);
    }

    private Offer send(long correlation) {
        return producer.send(Envelope.requestIn(1, correlation, 0, 0, "mme", ""), new byte[450], 0, 450);
    }

    private static BusMessage only(List<Delivery> deliveries) {
        assertThat(deliveries).hasSize(1);
        assertThat(deliveries.getFirst().messages()).hasSize(1);
        return deliveries.getFirst().messages().getFirst();
    }
}
