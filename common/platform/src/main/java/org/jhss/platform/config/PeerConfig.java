// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.List;
import java.util.Optional;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.ValueType;
import org.jhss.platform.config.schema.Values;

/**
 * A peer to connect to.
 *
 * @param host its Origin-Host
 * @param realm its realm; empty accepts any
 * @param addresses where to connect, tried in order; at least one
 * @param port port
 * @param transport transport
 * @param applications names of the applications to offer, such as {@code s6a}; empty offers all
 */
public record PeerConfig(
        PeerHost host,
        Optional<Realm> realm,
        List<String> addresses,
        int port,
        Transport transport,
        List<String> applications) {

    /** Transports to connect with. */
    public enum Transport {
        /** Plain TCP. */
        TCP,
        /** TLS over TCP from the first octet (RFC 6733 2.1). */
        TLS,
        /** SCTP. */
        SCTP
    }

    private static final KeyGroup KEYS = new KeyGroup("", "One peer");
    private static final Key<PeerHost> HOST = KEYS.required("host", Types.PEER_HOST, "Origin-Host of the peer.");
    private static final Key<Realm> REALM = KEYS.optional("realm", Types.REALM, "Its Origin-Realm. Default: any.");
    private static final Key<List<String>> ADDRESSES =
            KEYS.optional("addresses", Types.listOf(Types.HOST), "Where to connect, tried in order. Default: host.");
    private static final Key<Integer> PORT = KEYS.key("port", Types.PORT, "3868", "Port to connect to.");
    private static final Key<Transport> TRANSPORT =
            KEYS.key("transport", Types.oneOf(Transport.class), "tcp", "tcp, tls or sctp.");
    private static final Key<List<String>> APPLICATIONS = KEYS.key(
            "applications", Types.listOf(Types.TEXT), "[]", "Applications to offer, such as s6a. Default: all.");

    static final ValueType<PeerConfig> TYPE = Types.struct(KEYS, PeerConfig::from);

    private static PeerConfig from(Values values) {
        var host = values.get(HOST);
        return new PeerConfig(
                host,
                values.find(REALM),
                values.find(ADDRESSES).filter(list -> !list.isEmpty()).orElseGet(() -> List.of(host.value())),
                values.get(PORT),
                values.get(TRANSPORT),
                values.get(APPLICATIONS));
    }
}
