// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.jhss.diameter.dictionary.Base;
import org.jhss.identity.Imsi;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.peer.transport.sctp.SctpSupport;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.platform.lifecycle.PortInUse;
import org.jhss.platform.lifecycle.StartFailure;
import org.jhss.sim.SimulatedMme;
import org.jhss.sim.stack.HssEndpoint;
import org.jhss.sim.stack.LinkSettings;
import org.jhss.sim.stack.PeerIdentity;
import org.jhss.testkit.diameter.RawClient;
import org.junit.jupiter.api.Test;

class ListenersIT {

    private static boolean hasIpv6() {
        try (var _ = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            return true;
        } catch (java.io.IOException _) {
            return false;
        }
    }

    @Test
    void bothFamiliesAreServedAndEachPeerIsToldTheAddressThatItReached() throws Exception {
        assumeThat(hasIpv6()).isTrue();
        var four = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var six = new InetSocketAddress(InetAddress.ofLiteral("::1"), 0);
        try (var fixture = new PeerFixture(Engines.listeningOn(Engines.settings(), List.of(four, six)))) {
            assertThat(fixture.engine().listening()).hasSize(2);
            try (var client = RawClient.connect(fixture.engine().listening().get(0))) {
                var cea = client.exchange(Messages.cer("four.example.org"));
                assertThat(cea.find(Base.HOST_IP_ADDRESS).address()).contains(InetAddress.getLoopbackAddress());
            }
            try (var client = RawClient.connect(fixture.engine().listening().get(1))) {
                var cea = client.exchange(Messages.cer("six.example.org"));
                assertThat(cea.find(Base.HOST_IP_ADDRESS).address()).get().isInstanceOf(Inet6Address.class);
                assertThat(Messages.resultCode(client.exchange(Messages.air("six.example.org", 1, 1))))
                        .isEqualTo(2001);
            }
        }
    }

    @Test
    void takenPortIsNamedByItsKey() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort());
            assertThatThrownBy(() -> new PeerFixture(Engines.listeningOn(Engines.settings(), List.of(address))))
                    .hasCauseInstanceOf(PortInUse.class)
                    .hasMessageContaining("hss.bind_port")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void configurationBecomesSettings() throws Exception {
        var config = ConfigLoader.of(
                        Map.of("HSS_BIND_IP", "127.0.0.1", "HSS_BIND_PORT", "13868", "HSS_ORIGIN_HOST", "hss09"))
                .defaults()
                .config()
                .orElseThrow();
        var settings = EngineSettings.from(config.hss());
        assertThat(settings.listen()).containsExactly(new InetSocketAddress(InetAddress.getLoopbackAddress(), 13868));
        assertThat(settings.own().host().value()).isEqualTo("hss09");
        assertThat(settings.connections().maxMessageSize()).isEqualTo(65_536);
    }

    @Test
    void transportSaysWhereItListensAndWhetherSctpIsNeeded() throws Exception {
        var tcp = settings(Map.of());
        assertThat(tcp.usesSctp()).isFalse();
        var sctp = settings(Map.of("HSS_TRANSPORT", "SCTP"));
        assertThat(sctp.listen()).isEmpty();
        assertThat(sctp.listenSctp()).hasSize(1);
        assertThat(sctp.sctpNeededBy()).contains("hss.transport");
        var both = settings(Map.of("HSS_TRANSPORT", "BOTH", "HSS_SCTP_RTO_MIN", "123"));
        assertThat(both.listen()).isEqualTo(both.listenSctp()).isNotEmpty();
        assertThat(both.sctpNeededBy()).isEmpty();
        assertThat(both.sctp().timing().rtoMin()).hasMillis(123);
        var peer = settings(Map.of("HSS_PEERS", "[{host: dra, transport: sctp}]"));
        assertThat(peer.usesSctp()).isTrue();
        assertThat(peer.sctpNeededBy()).contains("hss.peers");
    }

    private static EngineSettings settings(Map<String, String> environment) throws Exception {
        return EngineSettings.from(
                ConfigLoader.of(environment).defaults().config().orElseThrow().hss());
    }

    @Test
    void withoutSctpInTheKernelItIsRefusedByItsKeyOrLeftOut() {
        assumeThat(SctpSupport.problem()).isPresent();
        var address = List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var alone = Engines.withSctp(Engines.settings(), List.of(), address);
        assertThatThrownBy(() -> new PeerFixture(alone))
                .hasCauseInstanceOf(StartFailure.class)
                .hasMessageContaining("hss.transport")
                .hasMessageMatching("(?s).*(modprobe sctp|libsctp1).*");
        try (var fixture = new PeerFixture(Engines.withSctp(Engines.settings(), address, address));
                var client = fixture.open("mme01.example.org")) {
            assertThat(fixture.engine().listeningSctp()).isEmpty();
            assertThat(Messages.resultCode(client.exchange(Messages.air("mme01.example.org", 1, 1))))
                    .isEqualTo(2001);
        }
    }

    @Test
    void peersThatCannotBeHadAreRefusedByTheirKeys() {
        var refused = Map.of(
                Map.of("HSS_PEERS", "[{host: dra, applications: [s6a, s66]}]"), "hss.peers",
                Map.of("HSS_ALLOWED_PEERS", "[{host: mme, applications: [s66]}]"), "hss.allowed_peers",
                Map.of("HSS_PEERS", "[{host: dra, transport: tls}]"), "hss.tls.certificate");
        refused.forEach((environment, key) -> {
            var config = ConfigLoader.of(environment).defaults().config().orElseThrow();
            assertThatThrownBy(() -> EngineSettings.from(config.hss())).hasMessageContaining(key);
        });
    }

    /** An implementation that we did not write takes our CEA, DWA and DPA. */
    @Test
    void jDiameterConnectsAsksAndLeaves() throws Exception {
        try (var fixture = new PeerFixture()) {
            var settings = LinkSettings.of(
                    PeerIdentity.of("mme01.example.org", Messages.REALM),
                    HssEndpoint.of("127.0.0.1", fixture.address().getPort(), Messages.REALM));
            try (var mme = SimulatedMme.connect(settings)) {
                assertThat(mme.isConnected()).isTrue();
                assertThat(fixture.engine().openPeers()).isEqualTo(1);
                mme.purge(new Imsi("001010000000001"));
                assertThat(fixture.hss().handled()).isEqualTo(1);
            }
        }
    }
}
