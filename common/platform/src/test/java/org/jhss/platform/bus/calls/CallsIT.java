// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.TestRedis;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.MessageStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CallsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static TestRedis redis;

    private final String prefix = UUID.randomUUID().toString();
    private Bus callerBus;
    private Bus firstBus;
    private Bus secondBus;
    private Replies replies;
    private Calls caller;
    private Calls first;
    private Calls second;

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
        callerBus = Bus.open(redis.settings(prefix), "caller", new SimpleMeterRegistry());
        firstBus = Bus.open(redis.settings(prefix), "first", new SimpleMeterRegistry());
        secondBus = Bus.open(redis.settings(prefix), "second", new SimpleMeterRegistry());
        replies = Replies.open(callerBus);
        assertThat(replies.awaitReady(PATIENCE)).isTrue();
        caller = new Calls(callerBus, replies);
        first = new Calls(firstBus, Replies.open(firstBus));
        second = new Calls(secondBus, Replies.open(secondBus));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        replies.close();
        callerBus.close();
        firstBus.close();
        secondBus.close();
    }

    @Test
    void instancesShareTheCallsAndEveryCallIsAnsweredOnce() {
        Set<String> servedBy = ConcurrentHashMap.newKeySet();
        // The first call that each instance takes waits for the other instance to have one too.
        var both = new CountDownLatch(2);
        first.serve("hss", Map.of("double", arguments -> doubled(arguments, "first", servedBy, both)));
        second.serve("hss", Map.of("double", arguments -> doubled(arguments, "second", servedBy, both)));
        awaitServed("double");
        var results = IntStream.range(0, 200)
                .mapToObj(i -> caller.call("hss", "double", JSON.valueToTree(i), PATIENCE))
                .toList();
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).join()).isEqualTo(CallResult.answer(JSON.valueToTree(2 * i)));
        }
        assertThat(servedBy).containsExactlyInAnyOrder("first", "second");
        assertThat(replies.outstanding()).isZero();
    }

    @Test
    void handlersThatFailOrBreakOrAreUnknownAreReported() {
        first.serve("hss", Map.of("refuse", _ -> CallResult.failure("not today"), "break", _ -> {
            throw new IllegalStateException("secret detail");
        }));
        awaitServed("refuse");
        assertThat(call("refuse")).isEqualTo(new CallResult.Failure(MessageStatus.FAILED, "not today"));
        assertThat(call("break")).isEqualTo(new CallResult.Failure(MessageStatus.FAILED, "internal error"));
        assertThat(call("nothing"))
                .isEqualTo(new CallResult.Failure(MessageStatus.UNKNOWN_CALL, "no call is named nothing"));
    }

    @Test
    void readerOfRepliesEndsWithItsBus() {
        var before = readers();
        var bus = Bus.open(redis.settings(prefix), "third", new SimpleMeterRegistry());
        assertThat(Replies.open(bus).awaitReady(PATIENCE)).isTrue();
        var reader = readers();
        reader.removeAll(before);
        assertThat(reader).hasSize(1);

        bus.close();

        Awaitility.await().untilAsserted(() -> assertThat(reader).allMatch(thread -> !thread.isAlive()));
    }

    private static Set<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("jhss-replies"))
                .collect(Collectors.toSet());
    }

    /** What cannot be written as JSON; public, so that Jackson tries. */
    public static final class Unwritable {
        public Object getValue() {
            return java.util.Collections.emptyIterator().next();
        }
    }

    @Test
    void resultThatCannotBeWrittenIsAFailureAndTheServiceGoesOn() {
        first.serve(
                "hss",
                Map.of(
                        "unwritable",
                        _ -> CallResult.answer(JSON.getNodeFactory().pojoNode(new Unwritable())),
                        "well",
                        _ -> CallResult.answer(JSON.valueToTree(1))));
        awaitServed("unwritable");
        assertThat(call("unwritable")).isEqualTo(new CallResult.Failure(MessageStatus.FAILED, "internal error"));
        assertThat(call("well")).isEqualTo(CallResult.answer(JSON.valueToTree(1)));
    }

    @Test
    void callInHandIsAnsweredBeforeTheServerCloses() {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        first.serve("hss", Map.of("slow", _ -> {
            begun.countDown();
            awaitUninterruptibly(finish);
            return CallResult.answer(JSON.valueToTree(1));
        }));
        awaitServed("slow");
        var result = caller.call("hss", "slow", JSON.nullNode(), PATIENCE);
        awaitUninterruptibly(begun);
        var closed = Thread.ofVirtual().start(first::close);
        finish.countDown();
        assertThat(result.join()).isEqualTo(CallResult.answer(JSON.valueToTree(1)));
        Awaitility.await().until(() -> !closed.isAlive());
    }

    @Test
    void callToAServiceThatNobodyServesFailsAtOnce() {
        var result =
                caller.call("nobody", "x", JSON.nullNode(), Duration.ofHours(1)).join();
        assertThat(result)
                .isInstanceOfSatisfying(
                        CallResult.Failure.class,
                        failure -> assertThat(failure.status()).isEqualTo(MessageStatus.UNAVAILABLE));
    }

    @Test
    void callThatIsNotAnsweredInTimeEndsInATimeout() {
        var never = new CountDownLatch(1);
        first.serve("hss", Map.of("wait", _ -> {
            awaitUninterruptibly(never);
            return CallResult.answer(JSON.nullNode());
        }));
        awaitServed("other");
        var result = caller.call("hss", "wait", JSON.nullNode(), Duration.ofMillis(300))
                .join();
        assertThat(result).isEqualTo(new CallResult.Failure(MessageStatus.TIMEOUT, "no reply in time"));
        never.countDown();
    }

    @Test
    void correlationIdsAreNeverTheSameTwice() {
        assertThat(replies.nextCorrelationId()).isNotEqualTo(replies.nextCorrelationId());
    }

    @Test
    void requestToAPeersOwnerComesBackWithItsStatus() {
        var owner = firstBus.ownConsumer(firstBus.keys().outbound("first"));
        assertThat(owner.prepare(PATIENCE)).isTrue();
        var envelope = Envelope.requestOut(3, replies.nextCorrelationId(), 0, 0, "mme", replies.address());
        var reply = replies.request(callerBus.keys().outbound("first"), envelope, new byte[] {1}, PATIENCE);
        var deliveries = owner.poll(1, PATIENCE);
        var request = deliveries.getFirst().messages().getFirst().envelope();
        assertThat(request).isEqualTo(envelope);
        var outbox = firstBus.outbox();
        outbox.add(request.replyTo(), request.answer(MessageStatus.DISCONNECTED), new byte[0]);
        owner.complete(deliveries, outbox);
        assertThat(reply.join().status()).isEqualTo(MessageStatus.DISCONNECTED);
    }

    private CallResult call(String name) {
        return caller.call("hss", name, JSON.nullNode(), PATIENCE).join();
    }

    private void awaitServed(String name) {
        Awaitility.await()
                .until(() -> !(caller.call("hss", "ping-" + name, JSON.nullNode(), PATIENCE)
                                        .join()
                                instanceof CallResult.Failure failure)
                        || failure.status() == MessageStatus.UNKNOWN_CALL);
    }

    private static CallResult doubled(JsonNode arguments, String who, Set<String> servedBy, CountDownLatch both) {
        if (servedBy.add(who)) {
            both.countDown();
            awaitUninterruptibly(both);
        }
        return CallResult.answer(JSON.valueToTree(2 * arguments.intValue()));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
