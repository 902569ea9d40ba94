// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.sctp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Message;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.peer.harness.SctpPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Multihomed associations; needs the addresses 10.9.0.1 to 10.9.0.4 and the right to take them away, which a guest gives. */
class PathsInKernel {

    private static final String HOST = "mme01.example.org";
    private static final String HSS_A = "10.9.0.1";
    private static final String HSS_B = "10.9.0.2";
    private static final String MME_A = "10.9.0.3";
    private static final String MME_B = "10.9.0.4";
    private static final int WINDOW = 8;

    @BeforeEach
    void addressesAreThere() throws SocketException {
        assumeThat(NetworkInterface.getByInetAddress(InetAddress.ofLiteral(MME_B)))
                .as("the addresses of a guest")
                .isNotNull();
    }

    private static SctpPeer connect(PeerFixture fixture) {
        var own = List.of(InetAddress.ofLiteral(MME_A), InetAddress.ofLiteral(MME_B));
        return SctpPeer.connect(own, KernelFixtures.address(fixture));
    }

    private static void address(String verb, String address) throws IOException, InterruptedException {
        var ip = new ProcessBuilder("ip", "addr", verb, address + "/32", "dev", "lo")
                .inheritIO()
                .start();
        assertThat(ip.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ip.exitValue()).isZero();
    }

    private static List<InetAddress> hostAddresses(Message cea) {
        var addresses = new java.util.ArrayList<InetAddress>();
        for (int i = 0; i < cea.avpCount(); i++) {
            if (cea.keyAt(i) == Base.HOST_IP_ADDRESS.key()) {
                cea.avpAt(i).address().ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    /** RFC 6733 5.3.5. */
    @Test
    void ceaTellsEveryAddressOfTheAssociation() throws Exception {
        try (var fixture = KernelFixtures.listening(HSS_A, HSS_B);
                var peer = connect(fixture)) {
            assertThat(hostAddresses(peer.exchange(Messages.cer(HOST))))
                    .containsExactly(InetAddress.ofLiteral(HSS_A), InetAddress.ofLiteral(HSS_B));
            assertThat(peer.channel().getRemoteAddresses()).hasSize(2);
        }
    }

    /** Requests in a window, until {@code enough}; each must be answered once. */
    private static void exchange(SctpPeer peer, int from, int count) {
        var waiting = new HashSet<Integer>();
        int sent = 0;
        int answered = 0;
        while (answered < count) {
            while (sent < count && waiting.size() < WINDOW) {
                int id = from + sent++;
                waiting.add(id);
                peer.send(Messages.air(HOST, id, id), sent % SctpPeer.STREAMS, sent % 2 == 0, SctpPeer.DIAMETER);
            }
            var answer = peer.receive();
            assertThat(Messages.resultCode(answer)).isEqualTo(2001);
            assertThat(waiting.remove(answer.hopByHop())).isTrue();
            answered++;
        }
    }

    @Test
    void ourAddressIsLostDuringTrafficAndNothingElse() throws Exception {
        try (var fixture = KernelFixtures.listening(HSS_A, HSS_B);
                var peer = connect(fixture)) {
            peer.exchange(Messages.cer(HOST));
            exchange(peer, 0, 100);
            address("del", HSS_A);
            try {
                exchange(peer, 1_000, 300);
            } finally {
                address("add", HSS_A);
            }
            assertThat(fixture.engine().openPeers()).isEqualTo(1);
            assertThat(fixture.hss().handled()).isEqualTo(400);
        }
    }

    @Test
    void peersAddressIsLostAndCountedAndComesBack() throws Exception {
        try (var fixture = KernelFixtures.listening(HSS_A, HSS_B);
                var peer = connect(fixture)) {
            peer.exchange(Messages.cer(HOST));
            exchange(peer, 0, 50);
            address("del", MME_A);
            try {
                exchange(peer, 1_000, 100);
                await().until(() -> fixture.gauge("jhss.peer.sctp.paths.unreachable") == 1);
                exchange(peer, 2_000, 50);
            } finally {
                address("add", MME_A);
            }
            await().until(() -> fixture.gauge("jhss.peer.sctp.paths.unreachable") == 0);
            exchange(peer, 3_000, 50);
            assertThat(fixture.engine().openPeers()).isEqualTo(1);
        }
    }
}
