// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;

/**
 * What a simulated peer is, where it connects, and how long it waits.
 *
 * @param self the identity sent as Origin-Host and Origin-Realm
 * @param hss where the HSS or a Diameter agent before it listens
 * @param connectTimeout longest wait for TCP connection and CEA together
 * @param requestTimeout longest wait for an answer
 */
public record LinkSettings(PeerIdentity self, HssEndpoint hss, Duration connectTimeout, Duration requestTimeout) {

    /** Settings with time-outs of ten and five seconds. */
    public static LinkSettings of(PeerIdentity self, HssEndpoint hss) {
        return new LinkSettings(self, hss, Duration.ofSeconds(10), Duration.ofSeconds(5));
    }

    /** The same with another wait for answers. */
    public LinkSettings withRequestTimeout(Duration timeout) {
        return new LinkSettings(self, hss, connectTimeout, timeout);
    }

    /** The same with another wait for the connection. */
    public LinkSettings withConnectTimeout(Duration timeout) {
        return new LinkSettings(self, hss, timeout, requestTimeout);
    }

    /** The local address that the route to the HSS begins at; a name such as Origin-Host need not resolve. */
    InetAddress localAddress() {
        if (hss.address().getAddress().isLoopbackAddress()) {
            return hss.address().getAddress();
        }
        try (var probe = new DatagramSocket()) {
            probe.connect(hss.address());
            return probe.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
