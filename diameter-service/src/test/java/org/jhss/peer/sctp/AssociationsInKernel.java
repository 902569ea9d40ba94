// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.sctp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.nio.sctp.SctpServerChannel;
import com.sun.nio.sctp.SctpStandardSocketOptions;
import com.sun.nio.sctp.SctpStandardSocketOptions.InitMaxStreams;
import java.io.File;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Header;
import org.jhss.identity.PeerHost;
import org.jhss.peer.base.ServedApplications;
import org.jhss.peer.directory.OutgoingPeer;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.peer.harness.SctpPeer;
import org.jhss.platform.config.PeerConfig;
import org.junit.jupiter.api.Test;

/** Associations of one path each. */
class AssociationsInKernel {

    private static final String HOST = "mme01.example.org";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HEADER_AND_ROOM = 60_000;

    @Test
    void tcpAndSctpAreServedAtOnceByOneEngine() {
        var address = KernelFixtures.sockets(LOOPBACK);
        try (var fixture = KernelFixtures.start(Engines.withSctp(Engines.settings(), address, address));
                var tcp = fixture.open("tcp.example.org");
                var sctp = SctpPeer.open(KernelFixtures.address(fixture), "sctp.example.org")) {
            assertThat(Messages.resultCode(tcp.exchange(Messages.air("tcp.example.org", 1, 1))))
                    .isEqualTo(2001);
            assertThat(Messages.resultCode(sctp.exchange(Messages.air("sctp.example.org", 1, 1))))
                    .isEqualTo(2001);
            assertThat(fixture.engine().openPeers()).isEqualTo(2);
            assertThat(fixture.gauge("jhss.peer.sctp.associations")).isEqualTo(1);
        }
    }

    /** RFC 6733 2.1.1. */
    @Test
    void answersAreInOrderUntilThePeerHasSpokenAndUnorderedFromThenOn() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var peer = SctpPeer.connect(KernelFixtures.address(fixture))) {
            peer.send(Messages.cer(HOST));
            var cea = peer.next();
            assertThat(Messages.resultCode(cea.message())).isEqualTo(2001);
            assertThat(cea.message().find(Base.HOST_IP_ADDRESS).address()).contains(InetAddress.getLoopbackAddress());
            assertThat(cea.unordered()).isFalse();
            assertThat(cea.payloadProtocol()).isEqualTo(SctpPeer.DIAMETER);
            peer.send(Messages.dwr(HOST, 2));
            var dwa = peer.next();
            assertThat(dwa.message().commandCode()).isEqualTo(Base.DWR.code());
            assertThat(dwa.unordered()).isTrue();
            assertThat(dwa.stream()).isZero();
            peer.send(Messages.air(HOST, 3, 3));
            var aia = peer.next();
            assertThat(Messages.resultCode(aia.message())).isEqualTo(2001);
            assertThat(aia.unordered()).isTrue();
            assertThat(aia.payloadProtocol()).isEqualTo(SctpPeer.DIAMETER);
        }
    }

    @Test
    void everyStreamIsReadOrderedOrNotWithAnyPayloadProtocol() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
            int count = 3 * SctpPeer.STREAMS;
            int[] protocols = {0, SctpPeer.DIAMETER, 99};
            for (int i = 0; i < count; i++) {
                peer.send(Messages.air(HOST, i, i), i % SctpPeer.STREAMS, i % 2 == 1, protocols[i % 3]);
            }
            var answered = new HashSet<Integer>();
            for (int i = 0; i < count; i++) {
                var answer = peer.receive();
                assertThat(Messages.resultCode(answer)).isEqualTo(2001);
                answered.add(answer.hopByHop());
            }
            assertThat(answered).hasSize(count);
        }
    }

    private static byte[] large(int hopByHop, int octets) {
        return Messages.air(
                Header.REQUEST | Header.PROXIABLE,
                HOST,
                hopByHop,
                hopByHop,
                writer -> writer.add(Base.PROXY_STATE, new byte[octets]));
    }

    @Test
    void messagesThatComeInPiecesArePutTogether() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
            for (int i = 0; i < 8; i++) {
                peer.send(large(i, HEADER_AND_ROOM), i, i % 2 == 0, SctpPeer.DIAMETER);
                peer.send(Messages.air(HOST, 100 + i, 100 + i), i, false, SctpPeer.DIAMETER);
            }
            for (int i = 0; i < 16; i++) {
                assertThat(Messages.resultCode(peer.receive())).isEqualTo(2001);
            }
            assertThat(fixture.hss().seen())
                    .filteredOn(request -> request.length() > HEADER_AND_ROOM)
                    .hasSize(8);
        }
    }

    @Test
    void messageOverTheLimitIs5015AndEndsTheAssociation() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
            peer.send(large(7, 70_000));
            var refusal = peer.receive();
            assertThat(refusal.hopByHop()).isEqualTo(7);
            assertThat(Messages.resultCode(refusal)).isEqualTo(5015);
            assertThat(peer.isClosedByOther()).isTrue();
        }
    }

    @Test
    void severalMessagesInOneUserMessageAreEachAnswered() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
            byte[] air = Messages.air(HOST, 1, 1);
            byte[] dwr = Messages.dwr(HOST, 2);
            byte[] both = Arrays.copyOf(air, air.length + dwr.length);
            System.arraycopy(dwr, 0, both, air.length, dwr.length);
            peer.send(both);
            var answered = new HashSet<Integer>();
            answered.add(peer.receive().hopByHop());
            answered.add(peer.receive().hopByHop());
            assertThat(answered).containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void messageThatItsUserMessageCutsShortIs5015AndEndsTheAssociation() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
            byte[] air = Messages.air(HOST, 5, 5);
            peer.send(Arrays.copyOf(air, air.length - 8));
            assertThat(Messages.resultCode(peer.receive())).isEqualTo(5015);
            assertThat(peer.isClosedByOther()).isTrue();
            assertThat(peer.isAborted()).isFalse();
            await().until(() -> fixture.engine().openPeers() == 0);
        }
    }

    @Test
    void ipv6IsServedAsIpv4Is() {
        try (var fixture = KernelFixtures.listening("::1", LOOPBACK);
                var six = SctpPeer.connect(fixture.engine().listeningSctp().get(0))) {
            var cea = six.exchange(Messages.cer("six.example.org"));
            assertThat(cea.find(Base.HOST_IP_ADDRESS).address()).get().isInstanceOf(Inet6Address.class);
            assertThat(Messages.resultCode(six.exchange(Messages.air("six.example.org", 1, 1))))
                    .isEqualTo(2001);
            try (var four = SctpPeer.open(fixture.engine().listeningSctp().get(1), "four.example.org")) {
                assertThat(Messages.resultCode(four.exchange(Messages.air("four.example.org", 1, 1))))
                        .isEqualTo(2001);
            }
        }
    }

    @Test
    void abortedAssociationTakesItsPeerAndItsRequestsWithIt() {
        try (var fixture = KernelFixtures.listening(LOOPBACK)) {
            fixture.hss().handle((request, answer, outbox) -> {});
            var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST);
            peer.send(Messages.air(HOST, 1, 1));
            await().until(() -> fixture.engine().outstanding() == 1);
            peer.abort();
            await().until(() -> fixture.engine().outstanding() == 0);
            await().until(() -> fixture.engine().openPeers() == 0);
            await().until(() -> fixture.gauge("jhss.peer.sctp.associations") == 0);
            fixture.hss().answerAll();
            try (var again = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
                assertThat(Messages.resultCode(again.exchange(Messages.air(HOST, 2, 2))))
                        .isEqualTo(2001);
            }
        }
    }

    @Test
    void associationsThatAreAbortedAsSoonAsTheyAreUpKeepNobodyOut() {
        try (var fixture = KernelFixtures.listening(LOOPBACK)) {
            long before = openFiles();
            for (int i = 0; i < 50; i++) {
                SctpPeer.deaf(KernelFixtures.address(fixture)).abort();
            }
            try (var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
                assertThat(Messages.resultCode(peer.exchange(Messages.air(HOST, 1, 1))))
                        .isEqualTo(2001);
            }
            await().untilAsserted(() -> assertThat(openFiles()).isLessThan(before + 10));
        }
    }

    private static long openFiles() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    @Test
    void stopSaysDprAndEndsTheAssociationWithoutAnAbort() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
            assertThat(Messages.resultCode(peer.exchange(Messages.air(HOST, 1, 1))))
                    .isEqualTo(2001);
            var stopped = CompletableFuture.runAsync(fixture.engine()::close);
            var dpr = peer.receive();
            assertThat(dpr.commandCode()).isEqualTo(Base.DPR.code());
            peer.send(Messages.success(dpr, HOST));
            assertThat(peer.isClosedByOther()).isTrue();
            assertThat(peer.isAborted()).isFalse();
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void stopEndsAlsoAnAssociationThatSaidNothingWithoutAnAbort() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var stranger = SctpPeer.connect(KernelFixtures.address(fixture))) {
            await().until(() -> fixture.gauge("jhss.peer.sctp.associations") == 1);
            fixture.engine().close();
            assertThat(stranger.isClosedByOther()).isTrue();
            assertThat(stranger.isAborted()).isFalse();
        }
    }

    @Test
    void peersDprIsAnsweredAndTheAssociationEnded() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var peer = SctpPeer.open(KernelFixtures.address(fixture), HOST)) {
            assertThat(peer.exchange(Messages.dpr(HOST, 8, 0)).commandCode()).isEqualTo(Base.DPR.code());
            assertThat(peer.isClosedByOther()).isTrue();
            assertThat(peer.isAborted()).isFalse();
            await().until(() -> fixture.engine().openPeers() == 0);
        }
    }

    @Test
    void peerThatDoesNotReadIsClosedWhileAnotherIsServed() {
        try (var fixture = KernelFixtures.listening(LOOPBACK);
                var deaf = SctpPeer.deaf(KernelFixtures.address(fixture));
                var other = SctpPeer.open(KernelFixtures.address(fixture), "other.example.org")) {
            deaf.send(Messages.cer(HOST));
            await().until(() -> fixture.engine().openPeers() == 2);
            var talking = Thread.ofPlatform().daemon().start(() -> {
                try {
                    for (int i = 0; fixture.engine().openPeers() == 2; i++) {
                        // An unknown application is answered at once, with all of the request's Proxy-Info.
                        deaf.send(withProxyInfo(i));
                    }
                } catch (java.io.UncheckedIOException _) {
                    // It is closed while something is sent.
                    return;
                }
            });
            await().atMost(Duration.ofSeconds(30)).until(() -> fixture.engine().openPeers() == 1);
            assertThat(Messages.resultCode(other.exchange(Messages.air("other.example.org", 1, 1))))
                    .isEqualTo(2001);
            deaf.abort();
            await().until(() -> !talking.isAlive());
        }
    }

    private static byte[] withProxyInfo(int i) {
        return Messages.message(Header.REQUEST, S6a.AIR.code(), 4, i, i, writer -> {
            writer.add(Base.SESSION_ID, HOST + ";1;" + i);
            Messages.origin(writer, HOST)
                    .begin(Base.PROXY_INFO)
                    .add(Base.PROXY_HOST, HOST)
                    .add(Base.PROXY_STATE, new byte[20_000])
                    .end();
        });
    }

    @Test
    void weConnectBySctpAndServeAndComeBackAfterAnAbort() throws Exception {
        try (var server = SctpServerChannel.open()) {
            server.setOption(
                    SctpStandardSocketOptions.SCTP_INIT_MAXSTREAMS,
                    InitMaxStreams.create(SctpPeer.STREAMS, SctpPeer.STREAMS));
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = ((InetSocketAddress)
                            server.getAllLocalAddresses().iterator().next())
                    .getPort();
            try (var fixture = KernelFixtures.start(Engines.connectingTo(
                    KernelFixtures.settings(Engines.connections(), LOOPBACK), target("dra.example.org", port)))) {
                for (int i = 0; i < 2; i++) {
                    var dra = new SctpPeer(server.accept());
                    var cer = dra.next();
                    assertThat(cer.message().commandCode()).isEqualTo(Base.CER.code());
                    assertThat(cer.unordered()).isFalse();
                    dra.send(cea(cer.message().hopByHop(), cer.message().endToEnd()));
                    await().until(() -> fixture.engine().openPeers() == 1);
                    dra.send(Messages.air(HOST, 5, i), 3, false, 0);
                    var answer = dra.nextAnswer();
                    assertThat(Messages.resultCode(answer.message())).isEqualTo(2001);
                    // The other side has been open since before it sent the CEA.
                    assertThat(answer.unordered()).isTrue();
                    dra.abort();
                    await().until(() -> fixture.engine().openPeers() == 0);
                }
            }
        }
    }

    private static OutgoingPeer target(String host, int port) {
        // The first address is not listened on, and the second is tried.
        return new OutgoingPeer(
                new PeerHost(host),
                Optional.empty(),
                List.of(
                        InetSocketAddress.createUnresolved("127.0.0.77", port),
                        InetSocketAddress.createUnresolved(LOOPBACK, port)),
                PeerConfig.Transport.SCTP,
                ServedApplications.all());
    }

    private static byte[] cea(int hopByHop, int endToEnd) {
        return Messages.message(0, Base.CER.code(), 0, hopByHop, endToEnd, writer -> {
            writer.add(Base.RESULT_CODE, 2001);
            Messages.identity(writer, "dra.example.org");
            Messages.vendorApplication(writer, S6a.APPLICATION.id());
        });
    }

    @Test
    void twoOfOursConnectBySctp() {
        try (var hss = KernelFixtures.listening(LOOPBACK)) {
            int port = KernelFixtures.address(hss).getPort();
            var mme = Engines.connectingTo(
                    Engines.named(KernelFixtures.settings(Engines.connections(), LOOPBACK), HOST),
                    target("hss01", port));
            try (PeerFixture other = KernelFixtures.start(mme)) {
                await().until(() ->
                        other.engine().openPeers() == 1 && hss.engine().openPeers() == 1);
            }
            await().until(() -> hss.engine().openPeers() == 0);
        }
    }
}
