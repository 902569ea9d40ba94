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
import org.jhss.peer.transport.sctp.SctpSettings;
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
 * @param listenSctp where to listen by SCTP: one listener that has all these addresses, all with the same port
 * @param tls certificates
 * @param sctp parameters of SCTP and its associations
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
        List<InetSocketAddress> listenSctp,
        Optional<ListenConfig.Tls> tls,
        SctpSettings sctp,
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
        var addresses = addresses(listen.bindIps(), listen.port());
        var identity = hss.identity();
        var own = new OwnIdentity(
                identity.originHost(),
                identity.originRealm(),
                identity.productName(),
                (int) Instant.now().getEpochSecond(),
                FIRMWARE_REVISION);
        return new EngineSettings(
                own,
                listen.transport() == ListenConfig.Transport.SCTP ? List.of() : addresses,
                listen.tls().isPresent()
                        ? addresses(listen.bindIps(), listen.tls().get().port())
                        : List.of(),
                listen.transport() == ListenConfig.Transport.TCP ? List.of() : addresses,
                listen.tls(),
                sctp(hss, addresses),
                connections(hss),
                hss.peering(),
                outgoing(hss.peering(), listen.tls().isPresent()),
                hss.limits().maxPeers(),
                new Strangers(hss.limits().maxStrangers(), hss.limits().maxStrangersPerAddress()),
                hss.watchdog().forgetPeerAfter(),
                Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_IO_THREADS));
    }

    /** Whether anything is to go by SCTP. */
    public boolean usesSctp() {
        return !listenSctp.isEmpty() || connectsBySctp();
    }

    /** The key that leaves no choice but SCTP; empty when TCP can go on without it. */
    public Optional<String> sctpNeededBy() {
        if (!listenSctp.isEmpty() && listen.isEmpty()) {
            return Optional.of("hss.transport");
        }
        return connectsBySctp() ? Optional.of("hss.peers") : Optional.empty();
    }

    private boolean connectsBySctp() {
        return outgoing.stream().anyMatch(peer -> peer.transport() == PeerConfig.Transport.SCTP);
    }

    private static SctpSettings sctp(HssConfig hss, List<InetSocketAddress> addresses) {
        var sctp = hss.listen().sctp();
        return new SctpSettings(
                new SctpSettings.Timing(
                        sctp.rtoInitial(),
                        sctp.rtoMin(),
                        sctp.rtoMax(),
                        sctp.heartbeatInterval(),
                        sctp.pathMaxRetrans()),
                sctp.maxStreams(),
                addresses.stream().map(InetSocketAddress::getAddress).toList(),
                hss.limits().peerWriteBuffer(),
                hss.limits().maxMessageSize());
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
                    peer.transport(),
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
