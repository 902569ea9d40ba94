// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.pipeline.TestHss;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.frame.MessageStatus;
import org.jhss.platform.bus.peers.PeerRecord;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of our own find their way and their result, over a real bus with a stand-in for diameter-service. */
class BusRequestSenderIT {

    private static final String REALM = "epc.mnc099.mcc999.3gppnetwork.org";
    private static final PeerHost MME = new PeerHost("mme01." + REALM);
    private static final PeerHost RELAY = new PeerHost("dra01." + REALM);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long S6A_APPLICATION = 16_777_251L;
    private static final long RELAY_APPLICATION = 0xFFFF_FFFFL;

    private final BusSettings settings = RedisServer.shared().settings();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Message> arrived = new CopyOnWriteArrayList<>();

    private PeerRegistry peers;
    private RequestSender sender;

    @BeforeEach
    void openSender() {
        sender = sender("false");
    }

    @AfterEach
    void close() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void aRequestReachesItsHostAndItsAnswerComesBack() {
        owner("diameter-1", MME, S6A_APPLICATION, BusRequestSenderIT::success);

        var result = sender.send(cancelLocation()).join();

        assertThat(result).isInstanceOfSatisfying(OutboundResult.Answer.class, answer -> {
            assertThat(answer.code()).isEqualTo(ResultCode.SUCCESS.value());
            assertThat(answer.vendorId()).isZero();
        });
        assertThat(result.isSuccess()).isTrue();
        var request = arrived.getFirst();
        assertThat(request.isRequest()).isTrue();
        assertThat(request.isProxiable()).isTrue();
        assertThat(request.isRetransmitted()).isFalse();
        assertThat(request.avpAt(0).is(Base.SESSION_ID)).isTrue();
        assertThat(request.text(Base.SESSION_ID)).startsWith("hss01." + REALM + ";");
        assertThat(request.text(Base.ORIGIN_HOST)).isEqualTo("hss01." + REALM);
        assertThat(request.text(Base.DESTINATION_HOST)).isEqualTo(MME.value());
        assertThat(request.text(Base.DESTINATION_REALM)).isEqualTo(REALM);
        assertThat(request.text(Base.USER_NAME)).isEqualTo("999990000000001");
    }

    @Test
    void aHostThatIsNotConnectedIsReachedThroughThePeerItRegisteredBy() {
        owner("diameter-1", RELAY, RELAY_APPLICATION, BusRequestSenderIT::success);

        assertThat(sender.send(cancelLocation()).join()).isInstanceOf(OutboundResult.NoPeer.class);
        assertThat(sender.send(cancelLocation().via(RELAY)).join().isSuccess()).isTrue();
        assertThat(arrived.getFirst().text(Base.DESTINATION_HOST)).isEqualTo(MME.value());
    }

    @Test
    void anyAgentWillDoWhenTheConfigurationSaysSo() {
        owner("diameter-1", RELAY, RELAY_APPLICATION, BusRequestSenderIT::success);

        assertThat(sender("true").send(cancelLocation()).join().isSuccess()).isTrue();
    }

    @Test
    void aPeerWithoutTheApplicationIsNoWay() {
        owner("diameter-1", MME, 16_777_238L, BusRequestSenderIT::success);

        assertThat(sender.send(cancelLocation()).join()).isInstanceOf(OutboundResult.NoPeer.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void whenTheConnectionBreaksTheNextWayIsTriedWithTheTBit() {
        owner("diameter-1", MME, S6A_APPLICATION, request -> Outcome.of(MessageStatus.DISCONNECTED));
        owner("diameter-2", RELAY, RELAY_APPLICATION, BusRequestSenderIT::success);

        var result = sender.send(cancelLocation().via(RELAY)).join();

        assertThat(result.isSuccess()).isTrue();
        assertThat(arrived).hasSize(2);
        assertThat(arrived.get(0).isRetransmitted()).isFalse();
        assertThat(arrived.get(1).isRetransmitted()).isTrue();
        assertThat(arrived.get(1).endToEnd()).isEqualTo(arrived.get(0).endToEnd());
    }

    @Test
    void withoutAnotherWayTheCallerLearnsOfTheBrokenConnection() {
        owner("diameter-1", MME, S6A_APPLICATION, request -> Outcome.of(MessageStatus.DISCONNECTED));

        assertThat(sender.send(cancelLocation()).join()).isInstanceOf(OutboundResult.Disconnected.class);
    }

    @Test
    void aPeerThatDoesNotAnswerIsATimeout() {
        owner("diameter-1", MME, S6A_APPLICATION, request -> Outcome.of(MessageStatus.TIMEOUT));

        assertThat(sender.send(cancelLocation()).join()).isInstanceOf(OutboundResult.Timeout.class);
    }

    @Test
    void anErrorOfThePeerIsAnAnswerWithItsCode() {
        owner(
                "diameter-1",
                MME,
                S6A_APPLICATION,
                request -> answer(
                        request,
                        out -> out.begin(Base.EXPERIMENTAL_RESULT)
                                .add(Base.VENDOR_ID, 10_415)
                                .add(Base.EXPERIMENTAL_RESULT_CODE, 5001)
                                .end()));

        assertThat(sender.send(cancelLocation()).join()).isInstanceOfSatisfying(OutboundResult.Answer.class, answer -> {
            assertThat(answer.vendorId()).isEqualTo(10_415);
            assertThat(answer.code()).isEqualTo(5001);
            assertThat(answer.isSuccess()).isFalse();
        });
    }

    @Test
    void aBodyThatCannotBeWrittenFailsTheRequestOnly() {
        owner("diameter-1", MME, S6A_APPLICATION, BusRequestSenderIT::success);

        var broken = OutboundRequest.toHost(S6a.CLR, MME, new Realm(REALM), out -> {
            throw new IllegalStateException("a body with a defect");
        });

        assertThat(sender.send(broken).join()).isInstanceOf(OutboundResult.Failed.class);
        assertThat(sender.send(cancelLocation()).join().isSuccess()).isTrue();
    }

    private RequestSender sender(String agentFallback) {
        var config = TestHss.config("hss: {OriginHost: hss01." + REALM + ", OriginRealm: " + REALM
                + ", MCC: \"999\", MNC: \"99\", use_dra_fallback: " + agentFallback + "}");
        var bus = keep(Bus.open(settings, "hss-" + open.size(), new SimpleMeterRegistry()));
        peers = keep(PeerRegistry.open(bus));
        var replies = keep(Replies.open(bus));
        assertThat(replies.awaitReady(PATIENCE)).isTrue();
        return new BusRequestSender(
                bus, replies, peers, config.hss(), Clock.systemUTC(), new OutboundMeters(new SimpleMeterRegistry()));
    }

    private static OutboundRequest cancelLocation() {
        return OutboundRequest.toHost(
                S6a.CLR, MME, new Realm(REALM), out -> out.add(Base.USER_NAME, "999990000000001"));
    }

    /** An instance of diameter-service with one connected peer. */
    private void owner(String instance, PeerHost host, long application, Function<Message, Outcome> behaviour) {
        var bus = keep(Bus.open(settings, instance, new SimpleMeterRegistry()));
        var consumer = keep(bus.ownConsumer(bus.keys().outbound(instance)));
        assertThat(consumer.prepare(PATIENCE)).isTrue();
        Thread.ofPlatform().daemon().start(() -> serve(bus, consumer, behaviour));
        var registry = keep(PeerRegistry.open(bus));
        registry.publish(new PeerRecord(
                instance,
                7,
                new PeerRecord.Address("127.0.0.1", 40_000, "TCP"),
                new PeerRecord.Identity(Optional.of(host), REALM, "Unknown"),
                new PeerRecord.State(true, "R-Open", Instant.now()),
                new PeerRecord.History(Optional.of(Instant.now()), Optional.empty(), 0),
                List.of(application),
                Map.of()));
        await().atMost(PATIENCE).until(() -> peers.find(host).isPresent());
    }

    private void serve(Bus bus, BusConsumer consumer, Function<Message, Outcome> behaviour) {
        while (!Thread.currentThread().isInterrupted()) {
            for (var delivery : consumer.poll(10, Duration.ofMillis(200))) {
                var outbox = bus.outbox();
                for (var message : delivery.messages()) {
                    var request = (Message) Message.parse(message.payload());
                    arrived.add(request);
                    var outcome = behaviour.apply(request);
                    outbox.add(
                            message.envelope().replyTo(),
                            message.envelope().answer(outcome.status()),
                            outcome.answer().copy(0, outcome.answer().length()));
                }
                consumer.complete(List.of(delivery), outbox);
            }
        }
    }

    private record Outcome(MessageStatus status, DiameterBuffer answer) {

        static Outcome of(MessageStatus status) {
            return new Outcome(status, new DiameterBuffer());
        }
    }

    private static Outcome success(Message request) {
        return answer(request, out -> out.add(Base.RESULT_CODE, ResultCode.SUCCESS.value()));
    }

    private static Outcome answer(Message request, java.util.function.Consumer<MessageWriter> result) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        writer.startAnswer(request).copy(request.find(Base.SESSION_ID));
        result.accept(writer);
        writer.finish();
        return new Outcome(MessageStatus.OK, buffer);
    }

    private <T extends AutoCloseable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
