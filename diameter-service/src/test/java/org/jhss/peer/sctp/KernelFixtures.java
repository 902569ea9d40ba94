// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.sctp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.jhss.peer.EngineSettings;
import org.jhss.peer.connection.ConnectionSettings;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.testkit.redis.RedisServer;

/** Engines with SCTP on a Redis of this JVM's own: in a guest there is no other. */
final class KernelFixtures {

    private static final RedisServer REDIS = redis();

    private KernelFixtures() {}

    private static RedisServer redis() {
        try {
            var server = RedisServer.start(Files.createTempDirectory("jhss-sctp"), "--appendonly", "no");
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-redis"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PeerFixture start(EngineSettings settings) {
        return new PeerFixture(settings, REDIS.settings());
    }

    /** An engine that listens by SCTP alone on those addresses. */
    static PeerFixture listening(String... addresses) {
        return start(settings(Engines.connections(), addresses));
    }

    static EngineSettings settings(ConnectionSettings connections, String... addresses) {
        return Engines.withSctp(Engines.settings(connections), List.of(), sockets(addresses));
    }

    static List<InetSocketAddress> sockets(String... addresses) {
        return Arrays.stream(addresses)
                .map(address -> new InetSocketAddress(InetAddress.ofLiteral(address), 0))
                .toList();
    }

    static InetSocketAddress address(PeerFixture fixture) {
        return fixture.engine().listeningSctp().getFirst();
    }
}
