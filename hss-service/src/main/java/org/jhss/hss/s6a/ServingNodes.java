// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.Optional;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.work.ServingNode;

/** How requests of ours reach the node that serves a subscriber. */
public final class ServingNodes {

    private ServingNodes() {}

    /**
     * A request for {@code node}, by the peer that its registration came by; empty when what is stored of it is no Diameter identity. A
     * node whose realm PyHSS left out is looked for in our own.
     */
    public static Optional<OutboundRequest> request(
            CommandDefinition command, ServingNode.Address node, HssIdentity identity, Consumer<MessageWriter> body) {
        var realm = node.realm().isEmpty() ? Optional.of(identity.originRealm()) : Realm.parse(node.realm());
        return PeerHost.parse(node.host())
                .flatMap(host -> realm.map(known -> {
                    var request = OutboundRequest.toHost(command, host, known, body);
                    return PeerHost.parse(node.adjacentPeer()).map(request::via).orElse(request);
                }));
    }

    /** Whether both names mean one node. */
    static boolean isSame(String host, String other) {
        return host.equalsIgnoreCase(other);
    }
}
