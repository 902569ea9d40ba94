// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jhss.identity.PeerHost;
import org.jhss.peer.directory.Connector;
import org.jhss.platform.config.PeerConfig;
import org.jhss.platform.lifecycle.StartFailure;

/** The transports that this process has. */
public final class Transports implements Connector, AutoCloseable {

    private final Map<PeerConfig.Transport, PeerTransport> byName = new EnumMap<>(PeerConfig.Transport.class);
    private final Map<PeerConfig.Transport, List<InetSocketAddress>> listening =
            new EnumMap<>(PeerConfig.Transport.class);

    /** Adds a transport; before any of the others is used. */
    public Transports with(PeerConfig.Transport name, PeerTransport transport) {
        byName.put(name, transport);
        return this;
    }

    /**
     * Listens by that transport; does nothing when it is not there.
     *
     * @throws StartFailure when an address cannot be bound
     */
    public void listen(PeerConfig.Transport name, List<InetSocketAddress> addresses) throws StartFailure {
        var transport = byName.get(name);
        if (transport != null && !addresses.isEmpty()) {
            listening.put(name, List.copyOf(transport.listen(addresses)));
        }
    }

    /** Where it listens by that transport; empty when it does not. */
    public List<InetSocketAddress> listening(PeerConfig.Transport name) {
        return listening.getOrDefault(name, List.of());
    }

    @Override
    public CompletionStage<Void> connect(PeerHost peer, InetSocketAddress address, PeerConfig.Transport name) {
        var transport = byName.get(name);
        return transport == null
                ? CompletableFuture.failedFuture(new IOException(name + " is not set up here"))
                : transport.connect(peer, address);
    }

    /** Accepts no more; what is connected stays. */
    public void stopListening() {
        byName.values().forEach(PeerTransport::stopListening);
    }

    @Override
    public void close() {
        byName.values().forEach(PeerTransport::close);
    }
}
