// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.calls.Reply;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.MessageStatus;
import org.jhss.testkit.diameter.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that other services originate: to the right peer, and the outcome back to who asked. */
class OriginatedRequestsIT {

    private static final String HOST = "mme01.example.org";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private PeerFixture fixture;
    private Replies replies;

    @BeforeEach
    void start() {
        fixture = new PeerFixture();
        replies = Replies.open(fixture.hss().bus());
        assertThat(replies.awaitReady(TIMEOUT)).isTrue();
    }

    @AfterEach
    void stop() {
        replies.close();
        fixture.close();
    }

    private CompletableFuture<Reply> ask(String peer, Duration deadline) {
        byte[] clr = Messages.message(0xC0, S6a.CLR.code(), S6a.APPLICATION.id(), 1, 4242, writer -> {
            writer.add(Base.SESSION_ID, "hss01;1;1");
            Messages.origin(writer, "hss01").add(Base.DESTINATION_HOST, peer);
        });
        long now = System.currentTimeMillis();
        var envelope = Envelope.requestOut(
                0, replies.nextCorrelationId(), now, now + deadline.toMillis(), peer, replies.address());
        return replies.request(fixture.bus().keys().outbound(fixture.bus().instance()), envelope, clr, TIMEOUT);
    }

    @Test
    void requestReachesThePeerUnderAHopByHopIdOfTheConnectionAndItsAnswerComesBack() throws Exception {
        try (var client = fixture.open(HOST)) {
            var first = ask(HOST, TIMEOUT);
            var second = ask(HOST.toUpperCase(java.util.Locale.ROOT), TIMEOUT);
            var one = client.receive();
            var two = client.receive();
            assertThat(one.commandCode()).isEqualTo(S6a.CLR.code());
            assertThat(one.isRequest()).isTrue();
            assertThat(one.hopByHop()).isNotEqualTo(two.hopByHop());
            assertThat(one.endToEnd()).isEqualTo(4242);
            client.send(Messages.success(two, HOST));
            client.send(Messages.success(one, HOST));
            assertThat(first.get().isOk()).isTrue();
            assertThat(second.get().isOk()).isTrue();
            assertThat(first.get().message())
                    .hasValueSatisfying(message -> assertThat(message.length()).isGreaterThan(20));
        }
    }

    @Test
    void requestForAPeerThatIsNotConnectedFailsAtOnce() throws Exception {
        assertThat(ask("nobody.example.org", TIMEOUT).get().status()).isEqualTo(MessageStatus.NO_PEER);
    }

    @Test
    void requestThatThePeerDoesNotAnswerTimesOutAndTheLateAnswerIsDropped() throws Exception {
        try (var client = fixture.open(HOST)) {
            var asked = ask(HOST, Duration.ofSeconds(1));
            var request = client.receive();
            assertThat(asked.get().status()).isEqualTo(MessageStatus.TIMEOUT);
            client.send(Messages.success(request, HOST));
            assertThat(client.exchange(Messages.dwr(HOST, 1)).commandCode()).isEqualTo(Base.DWR.code());
        }
    }

    /** RFC 6733 5.4: after DPR nothing more is sent but answers. */
    @Test
    void requestForAPeerThatSaidDprIsNotSentToIt() throws Exception {
        try (var client = fixture.open(HOST)) {
            client.send(Messages.dpr(HOST, 1, 0));
            assertThat(client.receive().commandCode()).isEqualTo(Base.DPR.code());
            assertThat(ask(HOST, TIMEOUT).get().isOk()).isFalse();
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void requestWhoseConnectionIsLostFails() throws Exception {
        CompletableFuture<Reply> asked;
        try (RawClient client = fixture.open(HOST)) {
            asked = ask(HOST, TIMEOUT);
            assertThat(client.receive().isRequest()).isTrue();
        }
        assertThat(asked.get().status()).isEqualTo(MessageStatus.DISCONNECTED);
        await().until(() -> fixture.engine().openPeers() == 0);
    }
}
