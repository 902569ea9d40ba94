// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.peer.connection.ConnectionSettings;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What diameter-service answers itself, each shown by the bad request over a socket. */
class RequestErrorsIT {

    private static final int PROXIED = Header.REQUEST | Header.PROXIABLE;
    private static final AtomicInteger PEERS = new AtomicInteger();

    private static PeerFixture fixture;
    private final String host = "mme" + PEERS.incrementAndGet() + ".example.org";

    @BeforeAll
    static void start() {
        fixture = new PeerFixture(Engines.settings(withTimeout(Duration.ofSeconds(1), 5000, 20_000)));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void answer() {
        fixture.hss().answerAll();
    }

    static ConnectionSettings withTimeout(Duration timeout, int perPeer, int all) {
        var s = Engines.connections();
        return new ConnectionSettings(
                timeout,
                s.capabilitiesTimeout(),
                s.messageTimeout(),
                s.idleTimeout(),
                s.watchdog(),
                s.watchdogInterval(),
                s.probeTimeout(),
                s.disconnectTimeout(),
                s.writeTimeout(),
                s.maxMessageSize(),
                s.maxAvpCount(),
                Engines.overload(all),
                perPeer,
                s.writeBuffer(),
                s.checkRealm());
    }

    private Message ask(byte[] request) {
        try (var client = fixture.open(host)) {
            return client.exchange(request);
        }
    }

    @Test
    void unknownApplicationIs3007() {
        var answer = ask(Messages.message(PROXIED, 316, 16_777_999, 9, 10, w -> {
            w.add(Base.SESSION_ID, "s;1;2");
            Messages.origin(w, host);
        }));
        assertThat(Messages.resultCode(answer)).isEqualTo(3007);
        assertThat(answer.isError()).isTrue();
        assertThat(answer.isProxiable()).isTrue();
        assertThat(answer.hopByHop()).isEqualTo(9);
        assertThat(answer.endToEnd()).isEqualTo(10);
        assertThat(answer.text(Base.SESSION_ID)).isEqualTo("s;1;2");
        assertThat(answer.text(Base.ORIGIN_HOST)).isEqualTo("hss01");
    }

    @Test
    void unknownCommandOfTheBaseProtocolIs3001() {
        var answer = ask(Messages.message(Header.REQUEST, 9999, 0, 1, 1, w -> Messages.origin(w, host)));
        assertThat(Messages.resultCode(answer)).isEqualTo(3001);
        assertThat(answer.isError()).isTrue();
    }

    @Test
    void requestWithTheErrorBitIs3008() {
        var answer = ask(Messages.air(PROXIED | Header.ERROR, host, 1, 2, w -> {}));
        assertThat(Messages.resultCode(answer)).isEqualTo(3008);
        assertThat(Messages.resultCode(ask(
                        Messages.message(Header.REQUEST | Header.ERROR, 280, 0, 1, 1, w -> Messages.origin(w, host)))))
                .isEqualTo(3008);
    }

    @Test
    void destinationHostOfAnotherIs3002() {
        var answer = ask(Messages.air(PROXIED, host, 1, 2, w -> w.add(Base.DESTINATION_HOST, "hss02")));
        assertThat(Messages.resultCode(answer)).isEqualTo(3002);
    }

    @Test
    void ourDestinationHostIsOursInAnyCase() {
        assertThat(Messages.resultCode(
                        ask(Messages.air(PROXIED, host, 1, 2, w -> w.add(Base.DESTINATION_HOST, "HSS01")))))
                .isEqualTo(2001);
    }

    @Test
    void destinationRealmOfAnotherIsServedUnlessConfiguredOtherwise() {
        byte[] request = Messages.message(PROXIED, S6a.AIR.code(), S6a.APPLICATION.id(), 1, 2, w -> {
            w.add(Base.SESSION_ID, "s");
            Messages.origin(w, host);
            w.add(Base.DESTINATION_REALM, "elsewhere.example.org");
        });
        assertThat(Messages.resultCode(ask(request))).isEqualTo(2001);
    }

    @Test
    void destinationRealmOfAnotherIs3003WhenItIsChecked() {
        var c = Engines.connections();
        var strict = new ConnectionSettings(
                c.requestTimeout(),
                c.capabilitiesTimeout(),
                c.messageTimeout(),
                c.idleTimeout(),
                c.watchdog(),
                c.watchdogInterval(),
                c.probeTimeout(),
                c.disconnectTimeout(),
                c.writeTimeout(),
                c.maxMessageSize(),
                c.maxAvpCount(),
                c.overload(),
                c.maxOutstandingPerPeer(),
                c.writeBuffer(),
                true);
        try (var checking = new PeerFixture(Engines.settings(strict));
                var client = checking.open(host)) {
            byte[] request = Messages.message(PROXIED, S6a.AIR.code(), S6a.APPLICATION.id(), 1, 2, w -> {
                w.add(Base.SESSION_ID, "s");
                Messages.origin(w, host);
                w.add(Base.DESTINATION_REALM, "elsewhere.example.org");
            });
            assertThat(Messages.resultCode(client.exchange(request))).isEqualTo(3003);
            assertThat(Messages.resultCode(client.exchange(Messages.air(host, 3, 4))))
                    .isEqualTo(2001);
        }
    }

    @Test
    void applicationThatThePeerMayNotUseIs3007() {
        var allowed = Engines.allowed(host, "s13");
        try (var closed = new PeerFixture(Engines.allowingOnly(Engines.settings(), allowed));
                var client = closed.connect()) {
            client.exchange(Messages.cer(host, w -> Messages.vendorApplication(w, S13.APPLICATION.id())));
            assertThat(Messages.resultCode(client.exchange(Messages.air(host, 3, 4))))
                    .isEqualTo(3007);
        }
    }

    @Test
    void requestThatWasHereBeforeIs3005AndProxyInfoComesBack() {
        var answer = ask(Messages.air(
                PROXIED,
                host,
                1,
                2,
                w -> w.add(Base.ROUTE_RECORD, "dra.example.org")
                        .add(Base.ROUTE_RECORD, "hss01")
                        .begin(Base.PROXY_INFO)
                        .add(Base.PROXY_HOST, "dra.example.org")
                        .add(Base.PROXY_STATE, new byte[] {1, 2, 3})
                        .end()));
        assertThat(Messages.resultCode(answer)).isEqualTo(3005);
        assertThat(answer.find(Base.PROXY_INFO).octets(Base.PROXY_STATE)).containsExactly(1, 2, 3);
    }

    @Test
    void lengthThatIsNoMultipleOfFourIs5015AndTheConnectionLives() {
        try (var client = fixture.open(host)) {
            byte[] air = Messages.air(host, 1, 2);
            byte[] odd = Arrays.copyOf(air, air.length - 1);
            odd[3]--;
            assertThat(Messages.resultCode(client.exchange(odd))).isEqualTo(5015);
            assertThat(Messages.resultCode(client.exchange(Messages.air(host, 3, 4))))
                    .isEqualTo(2001);
        }
    }

    @Test
    void avpLengthThatIsTooSmallOrReachesPastTheEndIs5014WithFailedAvp() {
        try (var client = fixture.open(host)) {
            for (int length : new int[] {0, 7, 5000}) {
                byte[] air = Messages.air(host, 1, 2);
                air[26] = (byte) (length >> 8);
                air[27] = (byte) length;
                var answer = client.exchange(air);
                assertThat(Messages.resultCode(answer)).isEqualTo(5014);
                assertThat(answer.has(Base.FAILED_AVP)).isTrue();
            }
            assertThat(Messages.resultCode(client.exchange(Messages.air(host, 3, 4))))
                    .isEqualTo(2001);
        }
    }

    @Test
    void anotherVersionIs5011AndTheEnd() {
        try (var client = fixture.open(host)) {
            byte[] air = Messages.air(host, 21, 22);
            air[0] = 2;
            var answer = client.exchange(air);
            assertThat(Messages.resultCode(answer)).isEqualTo(5011);
            assertThat(answer.hopByHop()).isEqualTo(21);
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void lengthsOutOfBoundsAre5015AndTheEnd() {
        for (int length : new int[] {16, 0, 65_540, 0xFF_FFFC}) {
            try (var client = fixture.open(host)) {
                byte[] air = Messages.air(host, 1, 2);
                air[1] = (byte) (length >> 16);
                air[2] = (byte) (length >> 8);
                air[3] = (byte) length;
                assertThat(Messages.resultCode(client.exchange(air))).isEqualTo(5015);
                assertThat(client.isClosedByOther()).isTrue();
            }
            await().until(() -> fixture.engine().openPeers() == 0);
        }
    }

    @Test
    void requestThatNobodyAnswersIs3002AtItsDeadlineAndTheLateAnswerIsDropped() {
        double before = fixture.dropped(Drop.ANSWER_WITHOUT_REQUEST);
        var held = new java.util.concurrent.LinkedBlockingQueue<Runnable>();
        fixture.hss()
                .handle((request, answer, outbox) -> held.add(() -> {
                    var late = fixture.hss().bus().outbox();
                    late.add(request.envelope().replyTo(), request.envelope().answer(), answer);
                    var _ = fixture.hss().bus().send(late);
                }));
        try (var client = fixture.open(host)) {
            var answer = client.exchange(Messages.air(host, 31, 32));
            assertThat(Messages.resultCode(answer)).isEqualTo(3002);
            assertThat(answer.hopByHop()).isEqualTo(31);
            assertThat(answer.text(Base.SESSION_ID)).isEqualTo(host + ";1;32");

            held.remove().run();
            await().untilAsserted(() ->
                    assertThat(fixture.dropped(Drop.ANSWER_WITHOUT_REQUEST)).isEqualTo(before + 1));
            assertThat(client.exchange(Messages.dwr(host, 5)).commandCode()).isEqualTo(Base.DWR.code());
        }
    }

    @Test
    void secondAnswerToOneRequestIsDroppedAndCounted() {
        double before = fixture.dropped(Drop.ANSWER_WITHOUT_REQUEST);
        fixture.hss().handle((request, answer, outbox) -> {
            outbox.add(request.envelope().replyTo(), request.envelope().answer(), answer);
            outbox.add(request.envelope().replyTo(), request.envelope().answer(), answer);
        });
        try (var client = fixture.open(host)) {
            assertThat(Messages.resultCode(client.exchange(Messages.air(host, 1, 2))))
                    .isEqualTo(2001);
            await().untilAsserted(() ->
                    assertThat(fixture.dropped(Drop.ANSWER_WITHOUT_REQUEST)).isEqualTo(before + 1));
            assertThat(client.exchange(Messages.dwr(host, 5)).commandCode()).isEqualTo(Base.DWR.code());
        }
    }

    @Test
    void answerForAConnectionThatIsGoneIsDroppedAndCounted() {
        double before = fixture.dropped(Drop.ANSWER_WITHOUT_CONNECTION);
        var held = new java.util.concurrent.LinkedBlockingQueue<Runnable>();
        fixture.hss()
                .handle((request, answer, outbox) -> held.add(() -> {
                    var late = fixture.hss().bus().outbox();
                    late.add(request.envelope().replyTo(), request.envelope().answer(), answer);
                    var _ = fixture.hss().bus().send(late);
                }));
        try (var client = fixture.open(host)) {
            client.send(Messages.air(host, 1, 2));
            await().until(() -> !held.isEmpty());
        }
        await().until(() -> fixture.engine().openPeers() == 0);
        held.remove().run();
        await().untilAsserted(() ->
                assertThat(fixture.dropped(Drop.ANSWER_WITHOUT_CONNECTION)).isEqualTo(before + 1));
        assertThat(fixture.engine().outstanding()).isZero();
    }

    @Test
    void peersAnswerToNothingIsDroppedAndCounted() {
        double before = fixture.dropped(Drop.PEER_ANSWER_WITHOUT_REQUEST);
        try (var client = fixture.open(host)) {
            client.send(Messages.message(0, S6a.AIR.code(), S6a.APPLICATION.id(), 1, 2, w -> Messages.origin(w, host)));
            assertThat(client.exchange(Messages.dwr(host, 5)).commandCode()).isEqualTo(Base.DWR.code());
        }
        assertThat(fixture.dropped(Drop.PEER_ANSWER_WITHOUT_REQUEST)).isEqualTo(before + 1);
    }

    @Test
    void requestsOverTheLimitOfOnePeerAre3004() {
        try (var few = new PeerFixture(Engines.settings(withTimeout(Duration.ofSeconds(5), 2, 20_000)))) {
            few.hss().handle((request, answer, outbox) -> {});
            try (var client = few.open(host);
                    var other = few.open("other")) {
                client.send(Messages.air(host, 1, 1));
                client.send(Messages.air(host, 2, 2));
                var refused = client.exchange(Messages.air(host, 3, 3));
                assertThat(Messages.resultCode(refused)).isEqualTo(3004);
                assertThat(refused.hopByHop()).isEqualTo(3);
                few.hss().answerAll();
                assertThat(Messages.resultCode(other.exchange(Messages.air("other", 1, 1))))
                        .isEqualTo(2001);
            }
        }
    }

    @Test
    void requestsOverTheLimitOfAllPeersAre3004() {
        try (var few = new PeerFixture(Engines.settings(withTimeout(Duration.ofSeconds(5), 100, 1)))) {
            few.hss().handle((request, answer, outbox) -> {});
            try (var client = few.open(host);
                    var other = few.open("other")) {
                client.send(Messages.air(host, 1, 1));
                await().until(() -> few.engine().outstanding() == 1);
                assertThat(Messages.resultCode(other.exchange(Messages.air("other", 1, 1))))
                        .isEqualTo(3004);
            }
        }
    }
}
