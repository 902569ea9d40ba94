// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.List;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Which peers the HSS connects to and accepts.
 *
 * @param peers peers to connect to
 * @param acceptUnknownPeers whether peers that are named nowhere may connect
 * @param allowedPeers peers that may connect, besides {@code peers}; counts when unknown ones may not
 * @param draFallback whether a request for a peer that is not connected goes through a connected agent
 * @param checkDestinationRealm whether a request for another realm than ours is answered 3003 (REALM_NOT_SERVED)
 * @param checks how peers and their requests are checked
 */
public record PeeringConfig(
        List<PeerConfig> peers,
        boolean acceptUnknownPeers,
        List<AllowedPeerConfig> allowedPeers,
        boolean draFallback,
        boolean checkDestinationRealm,
        ChecksConfig checks) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Peers");

    private static final Key<List<PeerConfig>> PEERS =
            KEYS.key("peers", Types.listOf(PeerConfig.TYPE), "[]", "Peers to connect to: agents (DRA), MMEs.");
    private static final Key<Boolean> ACCEPT_UNKNOWN = KEYS.key(
            "accept_unknown_peers",
            Types.BOOLEAN,
            "true",
            "Whether peers named neither in hss.peers nor in hss.allowed_peers may connect, as with PyHSS (docs/peers.md).");
    private static final Key<List<AllowedPeerConfig>> ALLOWED = KEYS.key(
            "allowed_peers",
            Types.listOf(AllowedPeerConfig.TYPE),
            "[]",
            "Peers that may connect when unknown ones may not, and the bounds of each; see docs/peers.md.");
    private static final Key<Boolean> DRA_FALLBACK = KEYS.key(
            "use_dra_fallback",
            Types.BOOLEAN,
            "false",
            "Whether a request for a peer that is not connected goes through a connected agent.");

    private static final Key<Boolean> CHECK_REALM = KEYS.key(
            "check_destination_realm",
            Types.BOOLEAN,
            "false",
            "Whether a request whose Destination-Realm is not OriginRealm is answered 3003 (REALM_NOT_SERVED).");

    static PeeringConfig from(Values values) {
        return new PeeringConfig(
                values.get(PEERS),
                values.get(ACCEPT_UNKNOWN),
                values.get(ALLOWED),
                values.get(DRA_FALLBACK),
                values.get(CHECK_REALM),
                ChecksConfig.from(values));
    }
}
