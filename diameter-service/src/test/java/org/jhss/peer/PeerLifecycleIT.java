// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jhss.diameter.dictionary.Base;
import org.jhss.identity.PeerHost;
import org.jhss.peer.connection.ConnectionSettings;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.junit.jupiter.api.Test;

/** How connections live and end: watchdog, disconnection, one connection per peer. */
class PeerLifecycleIT {

    private static final String HOST = "mme01.example.org";

    static ConnectionSettings watched(Duration watchdog, Duration idle) {
        var s = Engines.connections();
        return new ConnectionSettings(
                s.requestTimeout(),
                s.capabilitiesTimeout(),
                s.messageTimeout(),
                idle,
                true,
                watchdog,
                s.probeTimeout(),
                s.disconnectTimeout(),
                s.writeTimeout(),
                s.maxMessageSize(),
                s.maxAvpCount(),
                s.overload(),
                s.maxOutstandingPerPeer(),
                s.writeBuffer(),
                s.checkRealm());
    }

    @Test
    void dwrIsAnsweredWithOurStateId() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            var dwa = client.exchange(Messages.dwr(HOST, 42));
            assertThat(dwa.commandCode()).isEqualTo(Base.DWR.code());
            assertThat(dwa.isRequest()).isFalse();
            assertThat(dwa.hopByHop()).isEqualTo(42);
            assertThat(Messages.resultCode(dwa)).isEqualTo(2001);
            assertThat(dwa.unsigned32(Base.ORIGIN_STATE_ID, 0)).isEqualTo(4711);
        }
    }

    @Test
    void silentPeerIsAskedAndKeptWhileItAnswersAndClosedWhenItDoesNot() {
        var settings = Engines.settings(watched(Duration.ofMillis(300), Duration.ofSeconds(60)));
        try (var fixture = new PeerFixture(settings);
                var client = fixture.open(HOST)) {
            for (int i = 0; i < 3; i++) {
                var dwr = client.receive();
                assertThat(dwr.isRequest()).isTrue();
                assertThat(dwr.commandCode()).isEqualTo(Base.DWR.code());
                client.send(Messages.success(dwr, HOST));
            }
            assertThat(fixture.engine().openPeers()).isEqualTo(1);
            assertThat(client.isClosedByOther()).isTrue();
            await().until(() -> fixture.engine().openPeers() == 0);
        }
    }

    @Test
    void answersOfTheBaseProtocolThatNobodyAskedForAreDropped() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            byte[] dwa = Messages.message(
                    0, Base.DWR.code(), 0, 4711, 4711, w -> Messages.origin(w.add(Base.RESULT_CODE, 2001), HOST));
            client.send(dwa);
            assertThat(Messages.resultCode(client.exchange(Messages.dwr(HOST, 3))))
                    .isEqualTo(2001);
            assertThat(fixture.dropped(Drop.PEER_ANSWER_WITHOUT_REQUEST)).isEqualTo(1);
        }
    }

    @Test
    void idleConnectionIsClosed() {
        var settings = Engines.settings(watched(Duration.ofSeconds(30), Duration.ofMillis(400)));
        try (var fixture = new PeerFixture(settings);
                var client = fixture.open(HOST)) {
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void dprIsAnsweredAndTheConnectionClosed() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            var dpa = client.exchange(Messages.dpr(HOST, 8, 0));
            assertThat(dpa.commandCode()).isEqualTo(Base.DPR.code());
            assertThat(dpa.isRequest()).isFalse();
            assertThat(Messages.resultCode(dpa)).isEqualTo(2001);
            assertThat(client.isClosedByOther()).isTrue();
            await().until(() -> fixture.engine().openPeers() == 0);
        }
    }

    @Test
    void gracefulStopAnswersWhatIsUnderWayThenSaysDprAndWaitsForDpa() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            var release = new CompletableFuture<Void>();
            fixture.hss().handle((request, answer, outbox) -> {
                release.join();
                outbox.add(request.envelope().replyTo(), request.envelope().answer(), answer);
            });
            client.send(Messages.air(HOST, 1, 2));
            await().until(() -> fixture.engine().outstanding() == 1);
            var stopped = CompletableFuture.runAsync(fixture.engine()::close);

            // New work is turned away while the old is finished.
            await().until(() -> refusesConnections(fixture));
            assertThat(Messages.resultCode(client.exchange(Messages.air(HOST, 5, 6))))
                    .isEqualTo(3004);
            release.complete(null);
            var answer = client.receive();
            assertThat(answer.hopByHop()).isEqualTo(1);
            assertThat(Messages.resultCode(answer)).isEqualTo(2001);

            var dpr = client.receive();
            assertThat(dpr.isRequest()).isTrue();
            assertThat(dpr.commandCode()).isEqualTo(Base.DPR.code());
            assertThat(dpr.enumerated(Base.DISCONNECT_CAUSE, -1)).isZero();
            client.send(Messages.success(dpr, HOST));
            assertThat(client.isClosedByOther()).isTrue();
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void secondConnectionOfALivePeerIsRefusedAndTheFirstStays() {
        try (var fixture = new PeerFixture();
                var first = fixture.open(HOST)) {
            try (var second = fixture.connect()) {
                second.send(Messages.cer(HOST.toUpperCase(java.util.Locale.ROOT)));
                var dwr = first.receive();
                assertThat(dwr.commandCode()).isEqualTo(Base.DWR.code());
                first.send(Messages.success(dwr, HOST));
                var cea = second.receive();
                assertThat(Messages.resultCode(cea)).isEqualTo(5012);
                assertThat(second.isClosedByOther()).isTrue();
            }
            assertThat(Messages.resultCode(first.exchange(Messages.air(HOST, 1, 2))))
                    .isEqualTo(2001);
        }
    }

    @Test
    void secondConnectionOfADeadPeerTakesItsPlace() {
        try (var fixture = new PeerFixture();
                var dead = fixture.open(HOST)) {
            try (var second = fixture.connect()) {
                byte[] cer = Messages.cer(HOST);
                byte[] air = Messages.air(HOST, 7, 8);
                second.send(cer);
                second.send(air);
                assertThat(Messages.resultCode(second.receive())).isEqualTo(2001);
                assertThat(second.receive().hopByHop()).isEqualTo(7);
                assertThat(dead.isClosedByOther()).isTrue();
                assertThat(fixture.engine().openPeers()).isEqualTo(1);
            }
        }
    }

    @Test
    void peerThatWasCutOffComesBackAtOnce() {
        try (var fixture = new PeerFixture()) {
            for (int i = 0; i < 5; i++) {
                try (var client = fixture.open(HOST)) {
                    assertThat(Messages.resultCode(client.exchange(Messages.air(HOST, 1, i))))
                            .isEqualTo(2001);
                }
            }
        }
    }

    @Test
    void registryTellsOfThePeerAsSoonAsItsCeaIsOutAndWhenItIsGone() {
        try (var fixture = new PeerFixture();
                var registry = PeerRegistry.open(fixture.hss().bus())) {
            try (var client = fixture.open(HOST)) {
                await().untilAsserted(() ->
                        assertThat(registry.find(new PeerHost(HOST))).isPresent());
                var found = registry.find(new PeerHost(HOST)).orElseThrow();
                assertThat(found.peer().identity().type()).isEqualTo("mme");
                assertThat(found.peer().identity().realm()).isEqualTo(Messages.REALM);
                assertThat(found.peer().state().name()).isEqualTo("R-Open");
                assertThat(found.peer().applications()).containsExactly(16_777_251L);
                assertThat(client.exchange(Messages.dpr(HOST, 1, 0)).commandCode())
                        .isEqualTo(Base.DPR.code());
            }
            await().untilAsserted(
                            () -> assertThat(registry.find(new PeerHost(HOST))).isEmpty());
            await().untilAsserted(() -> assertThat(registry.snapshot())
                    .singleElement()
                    .satisfies(peer -> {
                        assertThat(peer.state().connected()).isFalse();
                        assertThat(peer.state().name()).isEqualTo("Closed");
                        assertThat(peer.history().lastDisconnect()).isPresent();
                    }));
        }
    }

    @Test
    void recordTellsWhenThePeerWasHeardLast() {
        try (var fixture = new PeerFixture();
                var registry = PeerRegistry.open(fixture.hss().bus())) {
            long connected;
            try (var client = fixture.open(HOST)) {
                await().until(() -> registry.snapshot().size() == 1);
                connected = lastActivity(registry);
                await().until(() -> System.currentTimeMillis() > connected + 1);
                client.exchange(Messages.dwr(HOST, 1));
            }
            await().untilAsserted(() -> assertThat(lastActivity(registry)).isGreaterThan(connected));
        }
    }

    private static long lastActivity(PeerRegistry registry) {
        return registry.snapshot().iterator().next().counters().getOrDefault("LastActivity", 0L);
    }

    @Test
    void stopAnswersWhatNobodyAnsweredBeforeItSaysDpr() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            fixture.hss().handle((request, answer, outbox) -> {});
            client.send(Messages.air(HOST, 1, 2));
            await().until(() -> fixture.hss().handled() == 1);
            var stopped = CompletableFuture.runAsync(fixture.engine()::close);
            var answer = client.receive();
            assertThat(answer.hopByHop()).isEqualTo(1);
            assertThat(Messages.resultCode(answer)).isEqualTo(3002);
            var dpr = client.receive();
            assertThat(dpr.commandCode()).isEqualTo(Base.DPR.code());
            client.send(Messages.success(dpr, HOST));
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    /** A stranger that comes under ever new names must not lock the others out. */
    @Test
    void peersThatAreGoneMakeRoomForOthers() {
        try (var fixture = new PeerFixture(Engines.withMaxPeers(Engines.settings(), 2))) {
            for (int i = 0; i < 4; i++) {
                var host = "peer" + i + ".example.org";
                try (var client = fixture.open(host)) {
                    assertThat(Messages.resultCode(client.exchange(Messages.air(host, i, i))))
                            .isEqualTo(2001);
                }
                await().until(() -> fixture.engine().openPeers() == 0);
            }
        }
    }

    @Test
    void nothingButAnswersIsLostWhenAHundredPeersComeAndGo() {
        try (var fixture = new PeerFixture()) {
            for (int i = 0; i < 100; i++) {
                var host = "peer" + i + ".example.org";
                try (var client = fixture.open(host)) {
                    assertThat(Messages.resultCode(client.exchange(Messages.air(host, i, i))))
                            .isEqualTo(2001);
                }
            }
            await().until(() -> fixture.engine().openPeers() == 0);
            assertThat(fixture.engine().outstanding()).isZero();
            assertThat(fixture.dropped(Drop.ANSWER_WITHOUT_REQUEST)).isZero();
        }
    }

    private static boolean refusesConnections(PeerFixture fixture) {
        try (var _ =
                new Socket(fixture.address().getAddress(), fixture.address().getPort())) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
