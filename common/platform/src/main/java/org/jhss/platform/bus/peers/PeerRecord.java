// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.peers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.identity.PeerHost;

/**
 * What is known of one connection to a Diameter peer.
 *
 * @param instance the diameter-service instance that owns the connection
 * @param connectionId its id there
 * @param address where it leads
 * @param identity who the peer says it is
 * @param state how it stands
 * @param history when it came and went
 * @param applications Application-Ids in common (RFC 6733 2.4)
 * @param counters message counts and the like by name
 */
public record PeerRecord(
        String instance,
        long connectionId,
        Address address,
        Identity identity,
        State state,
        History history,
        List<Long> applications,
        Map<String, Long> counters) {

    public PeerRecord {
        applications = List.copyOf(applications);
        counters = Map.copyOf(counters);
    }

    /**
     * The remote end.
     *
     * @param ip address in text form
     * @param port port number
     * @param transport "TCP", "SCTP" or "TLS"
     */
    public record Address(String ip, int port, String transport) {}

    /**
     * Who the peer is, as far as known.
     *
     * @param host its Origin-Host; empty before the capabilities exchange
     * @param realm its Origin-Realm, or ""
     * @param type PyHSS's kind of peer, such as "mme", or "Unknown"
     */
    public record Identity(Optional<PeerHost> host, String realm, String type) {}

    /**
     * How the connection stands.
     *
     * @param connected whether requests may be sent to the peer
     * @param name the state of RFC 6733 5.6, such as "R-Open"
     * @param since since when
     */
    public record State(boolean connected, String name, Instant since) {}

    /**
     * When the connection came and went.
     *
     * @param lastConnect when it was last established; empty if never
     * @param lastDisconnect when it was last lost; empty if never
     * @param reconnections how often it came back
     */
    public record History(Optional<Instant> lastConnect, Optional<Instant> lastDisconnect, int reconnections) {}

    /** The name of this record within its instance, as PyHSS makes it: {@code ip-port}. */
    public String key() {
        return address.ip() + "-" + address.port();
    }
}
