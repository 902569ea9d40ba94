// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.peer.base.OwnIdentity;
import org.jhss.peer.base.ServedApplications;
import org.jhss.peer.connection.ConnectionSettings;
import org.jhss.peer.directory.OutgoingPeer;
import org.jhss.peer.overload.OverloadSettings;
import org.jhss.platform.config.HssConfig;
import org.jhss.platform.config.ListenConfig;
import org.jhss.platform.config.PeerConfig;
import org.jhss.platform.config.PeeringConfig;
import org.jhss.platform.lifecycle.StartFailure;

/**
 * All that the peer engine is told by the configuration.
 *
 * @param own who we are
 * @param listen where to listen in plain text
 * @param listenTls where to listen with TLS
 * @param tls certificates
 * @param connections time-outs and bounds of each connection
 * @param peering who may connect
 * @param outgoing whom to connect to
 * @param maxPeers most peers known
 * @param strangers bounds on connections without capabilities exchange
 * @param forgetAfter time after which a disconnected peer is forgotten
 * @param ioThreads event loops
 */
public record EngineSettings(
        OwnIdentity own,
        List<InetSocketAddress> listen,
        List<InetSocketAddress> listenTls,
        Optional<ListenConfig.Tls> tls,
        ConnectionSettings connections,
        PeeringConfig peering,
        List<OutgoingPeer> outgoing,
        int maxPeers,
        Strangers strangers,
        Duration forgetAfter,
        int ioThreads) {

    /**
     * Bounds on connections whose CER has not come yet.
     *
     * @param most all together
     * @param mostPerAddress from one address
     */
    public record Strangers(int most, int mostPerAddress) {}

    private static final Duration MESSAGE = Duration.ofSeconds(10);
    private static final Duration WRITE = Duration.ofSeconds(10);
    /** One event loop carries some hundred thousand messages a second; more than a few only make smaller frames. */
    private static final int MOST_IO_THREADS = 4;

    /** What the version in RFC 6733 5.3.4's Firmware-Revision says: the first of ours. */
    private static final int FIRMWARE_REVISION = 1;

    /**
     * Reads section {@code hss}.
     *
     * @throws StartFailure when it asks for something that cannot be had
     */
    public static EngineSettings from(HssConfig hss) throws StartFailure {
        var listen = hss.listen();
        if (listen.transport() == ListenConfig.Transport.SCTP) {
            throw StartFailure.configuration(
                    "hss.transport", "SCTP is not built into this version of jHSS; use TCP", null);
        }
        var identity = hss.identity();
        var own = new OwnIdentity(
                identity.originHost(),
                identity.originRealm(),
                identity.productName(),
                (int) Instant.now().getEpochSecond(),
                FIRMWARE_REVISION);
        return new EngineSettings(
                own,
                addresses(listen.bindIps(), listen.port()),
                listen.tls().isPresent()
                        ? addresses(listen.bindIps(), listen.tls().get().port())
                        : List.of(),
                listen.tls(),
                connections(hss),
                hss.peering(),
                outgoing(hss.peering(), listen.tls().isPresent()),
                hss.limits().maxPeers(),
                new Strangers(hss.limits().maxStrangers(), hss.limits().maxStrangersPerAddress()),
                hss.watchdog().forgetPeerAfter(),
                Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_IO_THREADS));
    }

    private static ConnectionSettings connections(HssConfig hss) {
        var limits = hss.limits();
        var watchdog = hss.watchdog();
        return new ConnectionSettings(
                hss.processing().requestTimeout(),
                watchdog.capabilitiesTimeout(),
                MESSAGE,
                watchdog.idleTimeout(),
                watchdog.enabled(),
                watchdog.interval(),
                watchdog.probeTimeout(),
                watchdog.disconnectTimeout(),
                WRITE,
                limits.maxMessageSize(),
                limits.maxAvpCount(),
                new OverloadSettings(
                        limits.maxOutstanding(),
                        limits.maxOutstandingBytes(),
                        limits.overloadDelay(),
                        limits.overloadReports()),
                limits.maxOutstandingPerPeer(),
                limits.peerWriteBuffer(),
                hss.peering().checkDestinationRealm());
    }

    private static List<InetSocketAddress> addresses(List<String> hosts, int port) throws StartFailure {
        var addresses = new ArrayList<InetAddress>();
        for (var host : hosts) {
            try {
                addresses.add(InetAddress.getByName(host));
            } catch (UnknownHostException e) {
                throw StartFailure.configuration("hss.bind_ip", host + " has no address", e);
            }
        }
        var wildcard6 = addresses.stream().anyMatch(a -> a.isAnyLocalAddress() && a instanceof java.net.Inet6Address);
        return addresses.stream()
                // The IPv6 address of all interfaces takes IPv4 connections too, and both cannot be bound.
                .filter(a -> !(wildcard6 && a.isAnyLocalAddress() && a instanceof java.net.Inet4Address))
                .distinct()
                .map(a -> new InetSocketAddress(a, port))
                .toList();
    }

    private static List<OutgoingPeer> outgoing(PeeringConfig peering, boolean tls) throws StartFailure {
        var peers = new ArrayList<OutgoingPeer>();
        for (var peer : peering.peers()) {
            if (peer.transport() == PeerConfig.Transport.SCTP) {
                throw StartFailure.configuration(
                        "hss.peers",
                        peer.host() + ": SCTP is not built into this version of jHSS; use tcp or tls",
                        null);
            }
            if (peer.transport() == PeerConfig.Transport.TLS && !tls) {
                throw StartFailure.configuration(
                        "hss.tls.certificate", "is needed to connect to " + peer.host() + " by TLS", null);
            }
            checkApplications("hss.peers", peer.host(), peer.applications());
            peers.add(new OutgoingPeer(
                    peer.host(),
                    peer.realm(),
                    peer.addresses().stream()
                            .map(address -> InetSocketAddress.createUnresolved(address, peer.port()))
                            .toList(),
                    peer.transport() == PeerConfig.Transport.TLS,
                    ServedApplications.named(peer.applications())));
        }
        for (var allowed : peering.allowedPeers()) {
            checkApplications("hss.allowed_peers", allowed.host(), allowed.applications());
        }
        return List.copyOf(peers);
    }

    private static void checkApplications(String key, Object host, List<String> names) throws StartFailure {
        for (var name : names) {
            if (ServedApplications.named(List.of(name)).isEmpty()) {
                throw StartFailure.configuration(
                        key,
                        host + ": no application \"" + name + "\" is served; there are " + ServedApplications.all(),
                        null);
            }
        }
    }
}
