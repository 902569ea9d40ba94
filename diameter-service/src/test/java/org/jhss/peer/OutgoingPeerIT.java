// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.identity.PeerHost;
import org.jhss.peer.base.ServedApplications;
import org.jhss.peer.directory.OutgoingPeer;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.jhss.platform.config.PeerConfig;
import org.jhss.testkit.diameter.RawClient;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers that we connect to (hss.peers). */
class OutgoingPeerIT {

    private ServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(10_000);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private PeerFixture connectingTo(String host) {
        var address = InetSocketAddress.createUnresolved("127.0.0.1", server.getLocalPort());
        var peer = new OutgoingPeer(
                new PeerHost(host),
                Optional.empty(),
                List.of(address),
                PeerConfig.Transport.TCP,
                ServedApplications.all());
        return new PeerFixture(
                Engines.connectingTo(Engines.settings(), peer),
                RedisServer.shared().settings("out-" + UUID.randomUUID()));
    }

    private RawClient accept() throws Exception {
        return new RawClient(server.accept());
    }

    private static byte[] cea(Message cer, String host, int resultCode, int application) {
        return Messages.message(0, Base.CER.code(), 0, cer.hopByHop(), cer.endToEnd(), writer -> {
            writer.add(Base.RESULT_CODE, resultCode);
            Messages.identity(writer, host);
            Messages.vendorApplication(writer, application);
        });
    }

    private static void answerCer(RawClient peer, String host) {
        var cer = peer.receive();
        assertThat(cer.isRequest()).isTrue();
        assertThat(cer.commandCode()).isEqualTo(Base.CER.code());
        assertThat(cer.text(Base.ORIGIN_HOST)).isEqualTo("hss01");
        assertThat(cer.find(Base.HOST_IP_ADDRESS).address()).contains(InetAddress.getLoopbackAddress());
        peer.send(cea(cer, host, 2001, S6a.APPLICATION.id()));
    }

    @Test
    void connectsOffersAndServesAndComesBackAfterALoss() throws Exception {
        try (var fixture = connectingTo("dra.example.org")) {
            for (int i = 0; i < 2; i++) {
                try (var dra = accept()) {
                    answerCer(dra, "dra.example.org");
                    await().until(() -> fixture.engine().openPeers() == 1);
                    dra.send(Messages.air("mme01.example.org", 5, i));
                    assertThat(Messages.resultCode(dra.receiveAnswer())).isEqualTo(2001);
                }
                await().until(() -> fixture.engine().openPeers() == 0);
            }
        }
    }

    @Test
    void refusedOrMistakenConnectionIsTriedAgain() throws Exception {
        try (var fixture = connectingTo("dra.example.org")) {
            try (var dra = accept()) {
                dra.send(cea(dra.receive(), "dra.example.org", 5010, S6a.APPLICATION.id()));
                assertThat(dra.isClosedByOther()).isTrue();
            }
            try (var impostor = accept()) {
                impostor.send(cea(impostor.receive(), "somebody.example.org", 2001, S6a.APPLICATION.id()));
                assertThat(impostor.isClosedByOther()).isTrue();
            }
            try (var useless = accept()) {
                useless.send(cea(useless.receive(), "dra.example.org", 2001, 4));
                assertThat(useless.isClosedByOther()).isTrue();
            }
            assertThat(fixture.engine().openPeers()).isZero();
            try (var dra = accept()) {
                answerCer(dra, "DRA.example.org");
                await().until(() -> fixture.engine().openPeers() == 1);
            }
        }
    }

    @Test
    void ceaThatAnswersAnotherRequestIsNoAnswer() throws Exception {
        try (var fixture = connectingTo("dra.example.org");
                var dra = accept()) {
            var cer = dra.receive();
            byte[] cea = cea(cer, "dra.example.org", 5010, S6a.APPLICATION.id());
            Header.setHopByHop(cea, 0, cer.hopByHop() + 1);
            dra.send(cea);
            await().until(() -> fixture.dropped(Drop.PEER_ANSWER_WITHOUT_REQUEST) == 1);
            dra.send(cea(cer, "dra.example.org", 2001, S6a.APPLICATION.id()));
            await().until(() -> fixture.engine().openPeers() == 1);
        }
    }

    @Test
    void ceaThatCannotBeReadEndsTheConnectionAndIsNotAnswered() throws Exception {
        try (var fixture = connectingTo("dra.example.org")) {
            try (var dra = accept()) {
                var cer = dra.receive();
                byte[] cea = cea(cer, "dra.example.org", 2001, S6a.APPLICATION.id());
                // Result-Code comes first: the M bit stays, the length says 11 in place of 12.
                cea[Header.LENGTH + 7] = 11;
                dra.send(cea);
                assertThatThrownBy(dra::receive).hasCauseInstanceOf(EOFException.class);
            }
            try (var dra = accept()) {
                answerCer(dra, "dra.example.org");
                await().until(() -> fixture.engine().openPeers() == 1);
            }
        }
    }

    @Test
    void peerThatDoesNotWantToTalkIsLeftAloneButMayConnectItself() throws Exception {
        try (var fixture = connectingTo("dra.example.org")) {
            try (var dra = accept()) {
                answerCer(dra, "dra.example.org");
                await().until(() -> fixture.engine().openPeers() == 1);
                dra.send(Messages.dpr("dra.example.org", 9, 2));
                assertThat(dra.receiveAnswer().commandCode()).isEqualTo(Base.DPR.code());
            }
            await().until(() -> fixture.engine().openPeers() == 0);
            server.setSoTimeout(2_000);
            assertThat(isConnectedTo()).isFalse();
            try (var itself = fixture.open("dra.example.org")) {
                assertThat(Messages.resultCode(itself.exchange(Messages.air("mme", 1, 1))))
                        .isEqualTo(2001);
            }
        }
    }

    private boolean isConnectedTo() throws Exception {
        try (var _ = server.accept()) {
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Test
    void electionIsWonAgainstTheLesserNameAndTheirConnectionStays() throws Exception {
        try (var fixture = connectingTo("aaa.example.org");
                var ours = accept()) {
            assertThat(ours.receive().commandCode()).isEqualTo(Base.CER.code());
            try (var theirs = fixture.connect()) {
                assertThat(Messages.resultCode(theirs.exchange(Messages.cer("aaa.example.org"))))
                        .isEqualTo(2001);
                assertThat(ours.isClosedByOther()).isTrue();
                assertThat(Messages.resultCode(theirs.exchange(Messages.air("aaa.example.org", 1, 1))))
                        .isEqualTo(2001);
            }
        }
    }

    @Test
    void electionIsLostAgainstTheGreaterNameAndOurConnectionStays() throws Exception {
        try (var fixture = connectingTo("zzz.example.org");
                var ours = accept()) {
            var cer = ours.receive();
            try (var theirs = fixture.connect()) {
                theirs.send(Messages.cer("zzz.example.org"));
                assertThat(theirs.isSilentFor(300)).isTrue();
                ours.send(cea(cer, "zzz.example.org", 2001, S6a.APPLICATION.id()));
                assertThat(theirs.isClosedByOther()).isTrue();
                ours.send(Messages.air("zzz.example.org", 1, 1));
                assertThat(Messages.resultCode(ours.receiveAnswer())).isEqualTo(2001);
            }
        }
    }
}
