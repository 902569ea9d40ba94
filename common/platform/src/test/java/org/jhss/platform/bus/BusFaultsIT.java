// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.CommandType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.frame.FrameReader;
import org.jhss.platform.bus.frame.FrameResult;
import org.jhss.platform.bus.redis.BusSettings.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusFaultsIT {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Frame> lost = new CopyOnWriteArrayList<>();
    private TestRedis redis;
    private Bus bus;
    private BusProducer producer;
    private BusConsumer consumer;

    @BeforeEach
    void start() {
        redis = TestRedis.start(directory, "--appendonly", "yes", "--appendfsync", "everysec");
        bus = Bus.open(
                redis.settings("p")
                        .withLimits(Limits.DEFAULT
                                .withCommandTimeout(Duration.ofMillis(500))
                                .withMaxBacklogMessages(1_000)),
                "i1",
                meters);
        producer = bus.producer(bus.keys().inbound(), lost::add);
        consumer = consumer("c1");
        Awaitility.await().until(() -> producer.isAvailable());
    }

    @AfterEach
    void stop() {
        bus.close();
        redis.close();
    }

    @Test
    void framesOfAConsumerThatDiedAreClaimedByAnother() {
        send(1);
        var first = consumer.poll(1, WAIT);
        assertThat(ids(first)).containsExactly(1L);
        consumer.close();
        var other = consumer("c2");
        assertThat(other.poll(1, Duration.ofMillis(100))).isEmpty();
        var claimed = new ArrayList<Delivery>();
        Awaitility.await().until(() -> claimed.addAll(other.claimStale(Duration.ofMillis(50), 10)));
        assertThat(ids(claimed)).containsExactly(1L);
        assertThat(claimed.getFirst().redelivered()).isTrue();
        ack(other, claimed);
        assertThat(other.claimStale(Duration.ZERO, 10)).isEmpty();
        assertThat(length()).isZero();
    }

    @Test
    void consumerDoesNotClaimWhatItHoldsButGetsBackWhatItReleases() {
        send(1);
        var held = consumer.poll(1, WAIT);
        assertThat(consumer.claimStale(Duration.ZERO, 10)).isEmpty();
        consumer.release(held);
        assertThat(ids(consumer.claimStale(Duration.ZERO, 10))).containsExactly(1L);
    }

    @Test
    void consumerThatComesBackUnderItsNameGetsWhatItLeft() {
        send(1);
        assertThat(consumer.poll(1, WAIT)).hasSize(1);
        consumer.close();
        var again = consumer("c1").poll(1, WAIT);
        assertThat(ids(again)).containsExactly(1L);
        assertThat(again.getFirst().redelivered()).isTrue();
    }

    @Test
    void idleConsumersThatHoldNothingAreRemovedFromTheGroup() {
        send(1);
        var gone = consumer("gone");
        ack(gone, gone.poll(1, WAIT));
        gone.close();
        var keeper = new GroupKeeper(
                octets(bus.keys().inbound()), octets(BusKeys.HSS_GROUP), "c1", false, bus.control(), bus.scheduler());
        assertThat(consumer.poll(1, Duration.ofMillis(50))).isEmpty();
        assertThat(consumers()).isEqualTo(2);
        Awaitility.await().untilAsserted(() -> {
            keeper.removeConsumersIdleFor(Duration.ofMillis(1));
            assertThat(consumers()).isEqualTo(1);
        });
        keeper.close();
    }

    @Test
    void groupIsMadeAnewWhenAllDataIsGone() {
        send(1);
        ack(consumer, consumer.poll(1, WAIT));
        onRedis(RedisCommands::flushall);
        send(2);
        assertThat(ids(consumer.poll(1, WAIT))).containsExactly(2L);
    }

    @Test
    void whatRedisConfirmedSurvivesItsRestart() {
        assertThat(producer.send(frame(1)).toCompletableFuture().join()).isEqualTo(Offer.ACCEPTED);
        redis.kill();
        Awaitility.await().until(() -> !producer.isAvailable());
        assertThat(producer.send(Envelope.requestIn(1, 2, 0, 0, "mme", ""), new byte[1], 0, 1))
                .isEqualTo(Offer.UNAVAILABLE);
        assertThat(consumer.poll(1, Duration.ofMillis(100))).isEmpty();
        redis.start();
        assertThat(ids(pollUntilSome())).containsExactly(1L);
        Awaitility.await().atMost(SOON).until(() -> producer.isAvailable());
        send(3);
        assertThat(ids(pollUntilSome())).containsExactly(3L);
    }

    @Test
    void messagesFlowAgainWhenRedisComesBackEmpty() throws IOException {
        send(1);
        assertThat(ids(consumer.poll(1, WAIT))).containsExactly(1L);
        redis.kill();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        redis.start();
        Awaitility.await().atMost(SOON).until(() -> producer.isAvailable());
        send(2);
        assertThat(ids(pollUntilSome())).containsExactly(2L);
    }

    @Test
    void everyMessageOfferedWhileRedisDiesIsEitherDeliveredOrReportedLost() {
        Set<Long> accepted = ConcurrentHashMap.newKeySet();
        for (long i = 0; i < 20_000; i++) {
            if (i == 500) {
                redis.kill();
            }
            if (producer.send(Envelope.requestIn(1, i, 0, 0, "mme", ""), new byte[450], 0, 450) == Offer.ACCEPTED) {
                accepted.add(i);
            }
        }
        redis.start();
        Awaitility.await().atMost(SOON).until(() -> producer.isAvailable());
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            var deliveries = consumer.poll(256, Duration.ofMillis(200));
            seen.addAll(ids(deliveries));
            ack(consumer, deliveries);
            for (var frame : lost) {
                if (FrameReader.read(frame.octets()) instanceof FrameResult.Messages(var messages)) {
                    messages.forEach(message -> seen.add(message.envelope().correlationId()));
                }
            }
            assertThat(seen).containsAll(accepted);
        });
        assertThat(accepted).isNotEmpty();
    }

    @Test
    void frozenRedisMakesTheProducerUnavailableUntilItAnswersAgain() throws Exception {
        signal("STOP");
        send(1);
        Awaitility.await().atMost(SOON).until(() -> !producer.isAvailable());
        assertThat(producer.send(frame(2)).toCompletableFuture().join()).isEqualTo(Offer.UNAVAILABLE);
        assertThat(lost).hasSize(1);
        signal("CONT");
        Awaitility.await().atMost(SOON).until(() -> producer.isAvailable());
        send(3);
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        Awaitility.await().atMost(SOON).until(() -> {
            seen.addAll(ids(consumer.poll(1, Duration.ofMillis(200))));
            return seen.contains(3L);
        });
    }

    @Test
    void fullStreamRefusesMoreUntilItIsRead() {
        Awaitility.await().atMost(SOON).until(() -> {
            for (int i = 0; i < 100; i++) {
                producer.send(Envelope.requestIn(1, 1, 0, 0, "mme", ""), new byte[450], 0, 450);
            }
            return producer.send(frame(2)).toCompletableFuture().join() == Offer.OVERLOADED;
        });
        assertThat(producer.backlog()).isGreaterThanOrEqualTo(1_000);
        Awaitility.await().atMost(SOON).until(() -> {
            ack(consumer, consumer.poll(1_000, Duration.ofMillis(100)));
            return producer.send(frame(3)).toCompletableFuture().join() == Offer.ACCEPTED;
        });
    }

    @Test
    void expiredMessagesAreMarked() {
        var expired = Envelope.requestIn(1, 1, 0, 1, "mme", "");
        producer.send(expired, new byte[1], 0, 1);
        var deliveries = consumer.poll(1, WAIT);
        assertThat(deliveries.getFirst().expired()).isEqualTo(1);
        assertThat(meters.counter(
                                "jhss.bus.expired.messages",
                                "stream",
                                bus.keys().inbound())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void corruptFrameIsSetAsideAndTheNextOnesComeThrough() {
        byte[] stream = octets(bus.keys().inbound());
        onRedis(r -> r.xadd(stream, octets("f"), octets("not a frame")));
        onRedis(r -> r.xadd(stream, octets("other"), new byte[0]));
        send(3);
        assertThat(ids(pollUntilSome())).containsExactly(3L);
        Awaitility.await().until(() -> onRedis(r -> r.xlen(octets(bus.keys().dead()))) == 2);
        Awaitility.await().until(() -> length() == 1);
        assertThat(meters.counter(
                                "jhss.bus.corrupt.frames", "stream", bus.keys().inbound())
                        .count())
                .isEqualTo(2);
    }

    /** A Redis that answers but refuses, being a read-only replica or short of rights, is not asked without a pause. */
    @Test
    void redisThatRefusesTheGroupIsNotAskedWithoutEnd() {
        onRedis(r -> r.aclSetuser("default", AclSetuserArgs.Builder.removeCommand(CommandType.XGROUP)));
        assertThat(consumer("c2").poll(1, Duration.ofSeconds(1))).isEmpty();
        assertThat(consumer("c3").prepare(Duration.ofSeconds(1))).isFalse();
        assertThat(rejectedCalls("xgroup")).isBetween(2L, 60L);
    }

    private long rejectedCalls(String command) {
        var pattern = Pattern.compile("cmdstat_" + command + ":.*rejected_calls=(\\d+)");
        var found = pattern.matcher(onRedis(r -> r.info("commandstats")));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private BusConsumer consumer(String name) {
        return bus.consumer(bus.keys().inbound(), BusKeys.HSS_GROUP, name);
    }

    private void send(long correlation) {
        assertThat(producer.send(Envelope.requestIn(1, correlation, 0, 0, "mme", ""), new byte[1], 0, 1))
                .isEqualTo(Offer.ACCEPTED);
    }

    private static Frame frame(long correlation) {
        return Frame.of(Envelope.requestIn(1, correlation, 0, 0, "mme", ""), new byte[1]);
    }

    private List<Delivery> pollUntilSome() {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> consumer.poll(1, Duration.ofMillis(200)), deliveries -> !deliveries.isEmpty());
    }

    private static void ack(BusConsumer consumer, Collection<Delivery> deliveries) {
        assertThat(consumer.ack(deliveries).toCompletableFuture().join()).isEqualTo(Offer.ACCEPTED);
    }

    private static List<Long> ids(Collection<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.messages().stream())
                .map(message -> message.envelope().correlationId())
                .toList();
    }

    private int consumers() {
        return onRedis(r -> r.xinfoConsumers(octets(bus.keys().inbound()), octets(BusKeys.HSS_GROUP))
                .size());
    }

    private long length() {
        return onRedis(r -> r.xlen(octets(bus.keys().inbound())));
    }

    private void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(redis.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private <T> T onRedis(Function<RedisCommands<byte[], byte[]>, T> action) {
        try (var client = RedisClient.create("redis://127.0.0.1:" + redis.port());
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            return action.apply(connection.sync());
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
