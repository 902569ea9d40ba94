// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.util.HashSet;
import org.jhss.diameter.dictionary.Base;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.testkit.diameter.RawClient;
import org.junit.jupiter.api.Test;

/** Messages cut and joined by TCP, and peers that do not read. */
class StreamsIT {

    private static final String HOST = "mme01.example.org";

    @Test
    void messageInSingleOctetsIsPutTogether() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            for (byte octet : Messages.air(HOST, 3, 4)) {
                client.send(new byte[] {octet});
            }
            assertThat(client.receive().hopByHop()).isEqualTo(3);
        }
    }

    @Test
    void manyMessagesInOneWriteAreAllAnswered() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            var all = new ByteArrayOutputStream();
            for (int i = 0; i < 1000; i++) {
                all.writeBytes(Messages.air(HOST, i, i));
            }
            client.send(all.toByteArray());
            var hops = new HashSet<Integer>();
            for (int i = 0; i < 1000; i++) {
                var answer = client.receive();
                assertThat(Messages.resultCode(answer)).isEqualTo(2001);
                hops.add(answer.hopByHop());
            }
            assertThat(hops).hasSize(1000);
        }
    }

    @Test
    void messageOfSixtyKilobytesPasses() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            var answer = client.exchange(Messages.air(0xC0, HOST, 1, 2, w -> w.add(Base.CLASS, new byte[60_000])));
            assertThat(Messages.resultCode(answer)).isEqualTo(2001);
        }
    }

    @Test
    void peerThatStopsReadingIsPausedThenClosedAndHindersNobody() throws Exception {
        try (var fixture = new PeerFixture(Engines.settings(smallBuffers()));
                var other = fixture.open("other.example.org");
                var socket = new Socket()) {
            fixture.hss().rememberNothing();
            socket.setReceiveBufferSize(4096);
            socket.connect(fixture.address());
            try (var stuck = new RawClient(socket)) {
                assertThat(Messages.resultCode(stuck.exchange(Messages.cer(HOST))))
                        .isEqualTo(2001);
                byte[] padded = Messages.air(0xC0, HOST, 1, 2, w -> {
                    for (int i = 0; i < 20; i++) {
                        w.begin(Base.PROXY_INFO)
                                .add(Base.PROXY_HOST, "dra.example.org")
                                .add(Base.PROXY_STATE, new byte[1000])
                                .end();
                    }
                });
                var writer = Thread.ofVirtual().start(() -> {
                    try {
                        while (!Thread.interrupted()) {
                            stuck.send(padded);
                        }
                    } catch (java.io.UncheckedIOException _) {
                        // The other side has had enough, which is what is waited for.
                        Thread.currentThread().interrupt();
                    }
                });
                await().until(() -> fixture.engine().openPeers() == 1);
                assertThat(Messages.resultCode(other.exchange(Messages.air("other.example.org", 1, 2))))
                        .isEqualTo(2001);
                writer.join(java.time.Duration.ofSeconds(10));
                assertThat(writer.isAlive()).isFalse();
            }
            assertThat(Messages.resultCode(other.exchange(Messages.air("other.example.org", 3, 4))))
                    .isEqualTo(2001);
        }
    }

    private static org.jhss.peer.connection.ConnectionSettings smallBuffers() {
        var s = Engines.connections();
        return new org.jhss.peer.connection.ConnectionSettings(
                s.requestTimeout(),
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
                s.overload(),
                s.maxOutstandingPerPeer(),
                65_536,
                s.checkRealm());
    }
}
