// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.harness;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.peer.EngineSettings;
import org.jhss.peer.base.OwnIdentity;
import org.jhss.peer.connection.ConnectionSettings;
import org.jhss.peer.directory.OutgoingPeer;
import org.jhss.peer.overload.OverloadSettings;
import org.jhss.peer.transport.sctp.SctpSettings;
import org.jhss.platform.config.AllowedPeerConfig;
import org.jhss.platform.config.ChecksConfig;
import org.jhss.platform.config.ListenConfig;
import org.jhss.platform.config.NamePattern;
import org.jhss.platform.config.PeeringConfig;

/** Settings of engines under test: loopback, any free port, short times. */
public final class Engines {

    public static final String HOST = "hss01";

    private static final SctpSettings SCTP = new SctpSettings(
            new SctpSettings.Timing(
                    Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(500), 1),
            16,
            List.of(),
            1 << 20,
            65_536);

    private Engines() {}

    public static ConnectionSettings connections() {
        return new ConnectionSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                true,
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                65_536,
                1024,
                overload(20_000),
                5_000,
                1 << 20,
                false);
    }

    /** Refuses nothing but what is too many in all. */
    public static OverloadSettings overload(int most) {
        return new OverloadSettings(most, 64L << 20, Duration.ofSeconds(60), true);
    }

    public static EngineSettings settings() {
        return settings(UnaryOperator.identity(), connections());
    }

    public static EngineSettings settings(ConnectionSettings connections) {
        return settings(UnaryOperator.identity(), connections);
    }

    public static EngineSettings settings(UnaryOperator<EngineSettings> change, ConnectionSettings connections) {
        return change.apply(new EngineSettings(
                new OwnIdentity(new PeerHost(HOST), new Realm(Messages.REALM), "jHSS", 4711, 1),
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                List.of(),
                List.of(),
                Optional.empty(),
                SCTP,
                connections,
                new PeeringConfig(List.of(), true, List.of(), false, false, ChecksConfig.DEFAULT),
                List.of(),
                100,
                new EngineSettings.Strangers(100, 100),
                Duration.ofSeconds(60),
                2));
    }

    public static EngineSettings listeningOn(EngineSettings s, List<InetSocketAddress> addresses) {
        return changed(s, edit -> edit.listen = addresses);
    }

    /** One that has SCTP, on those addresses of this machine: beside TCP, or alone when {@code plain} is empty. */
    public static EngineSettings withSctp(
            EngineSettings s, List<InetSocketAddress> plain, List<InetSocketAddress> associations) {
        var sctp = new SctpSettings(
                s.sctp().timing(),
                s.sctp().maxStreams(),
                associations.stream().map(InetSocketAddress::getAddress).toList(),
                s.sctp().writeBuffer(),
                s.sctp().maxMessageSize());
        return changed(s, edit -> {
            edit.listen = plain;
            edit.listenSctp = associations;
            edit.sctp = sctp;
        });
    }

    public static EngineSettings allowingOnly(EngineSettings s, AllowedPeerConfig... allowed) {
        return changed(
                s,
                edit -> edit.peering =
                        new PeeringConfig(List.of(), false, List.of(allowed), false, false, ChecksConfig.DEFAULT));
    }

    /** The same with another policy. */
    public static EngineSettings with(EngineSettings s, PeeringConfig peering) {
        return changed(s, edit -> edit.peering = peering);
    }

    /** The same with other bounds on those who connect and say nothing. */
    public static EngineSettings withStrangers(EngineSettings s, int most, int mostPerAddress) {
        return changed(s, edit -> edit.strangers = new EngineSettings.Strangers(most, mostPerAddress));
    }

    /** A line of the list of peers that names no more than {@code host} and its applications. */
    public static AllowedPeerConfig allowed(String host, String... applications) {
        return new AllowedPeerConfig(
                NamePattern.parse(host).orElseThrow(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(applications),
                Optional.empty(),
                Optional.empty());
    }

    public static EngineSettings connectingTo(EngineSettings s, OutgoingPeer... peers) {
        return changed(s, edit -> edit.outgoing = List.of(peers));
    }

    public static EngineSettings withMaxPeers(EngineSettings s, int most) {
        return changed(s, edit -> edit.maxPeers = most);
    }

    public static EngineSettings withTls(EngineSettings s, ListenConfig.Tls tls) {
        return changed(s, edit -> {
            edit.listenTls = List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            edit.tls = Optional.of(tls);
        });
    }

    public static EngineSettings named(EngineSettings s, String host) {
        var own = s.own();
        return changed(
                s,
                edit -> edit.own = new OwnIdentity(
                        new PeerHost(host),
                        own.realm(),
                        own.productName(),
                        own.originStateId(),
                        own.firmwareRevision()));
    }

    private static EngineSettings changed(EngineSettings settings, Consumer<Edit> change) {
        var edit = new Edit(settings);
        change.accept(edit);
        return edit.settings();
    }

    /** Settings in the making. */
    private static final class Edit {

        private OwnIdentity own;
        private List<InetSocketAddress> listen;
        private List<InetSocketAddress> listenTls;
        private List<InetSocketAddress> listenSctp;
        private Optional<ListenConfig.Tls> tls;
        private SctpSettings sctp;
        private final ConnectionSettings connections;
        private PeeringConfig peering;
        private List<OutgoingPeer> outgoing;
        private int maxPeers;
        private EngineSettings.Strangers strangers;
        private final Duration forgetAfter;
        private final int ioThreads;

        private Edit(EngineSettings s) {
            own = s.own();
            listen = s.listen();
            listenTls = s.listenTls();
            listenSctp = s.listenSctp();
            tls = s.tls();
            sctp = s.sctp();
            connections = s.connections();
            peering = s.peering();
            outgoing = s.outgoing();
            maxPeers = s.maxPeers();
            strangers = s.strangers();
            forgetAfter = s.forgetAfter();
            ioThreads = s.ioThreads();
        }

        private EngineSettings settings() {
            return new EngineSettings(
                    own,
                    listen,
                    listenTls,
                    listenSctp,
                    tls,
                    sctp,
                    connections,
                    peering,
                    outgoing,
                    maxPeers,
                    strangers,
                    forgetAfter,
                    ioThreads);
        }
    }
}
