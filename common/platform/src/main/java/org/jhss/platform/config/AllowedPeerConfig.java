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
 * A peer that may connect.
 *
 * @param host its Origin-Host
 * @param realm its realm; empty accepts any
 * @param addresses where it may connect from; empty accepts any
 * @param applications names of the applications it may use; empty allows all
 */
public record AllowedPeerConfig(
        PeerHost host, Optional<Realm> realm, List<String> addresses, List<String> applications) {

    private static final KeyGroup KEYS = new KeyGroup("", "One peer that may connect");
    private static final Key<PeerHost> HOST = KEYS.required("host", Types.PEER_HOST, "Origin-Host of the peer.");
    private static final Key<Realm> REALM = KEYS.optional("realm", Types.REALM, "Its Origin-Realm. Default: any.");
    private static final Key<List<String>> ADDRESSES =
            KEYS.key("addresses", Types.listOf(Types.HOST), "[]", "Addresses it may connect from. Default: any.");
    private static final Key<List<String>> APPLICATIONS = KEYS.key(
            "applications", Types.listOf(Types.TEXT), "[]", "Applications it may use, such as s6a. Default: all.");

    static final ValueType<AllowedPeerConfig> TYPE = Types.struct(KEYS, AllowedPeerConfig::from);

    private static AllowedPeerConfig from(Values values) {
        return new AllowedPeerConfig(
                values.get(HOST), values.find(REALM), values.get(ADDRESSES), values.get(APPLICATIONS));
    }
}
