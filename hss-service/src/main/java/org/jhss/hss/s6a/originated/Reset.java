// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.s6a.ServingNodes;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.work.ServingNode;

/**
 * Reset-Request (TS 29.272 5.2.4.1, 7.2.15): the HSS may have lost registrations; a node registers the subscribers concerned again at
 * their next contact.
 *
 * @param userIds leading digits of the IMSIs concerned (User-Id, 7.3.50); none means all
 * @param resetIds Reset-IDs (7.3.184) of the resources that failed, hexadecimal; for nodes that were given such
 */
public record Reset(List<String> userIds, List<String> resetIds) {

    public Reset {
        userIds = List.copyOf(userIds);
        resetIds = List.copyOf(resetIds);
    }

    /** The request for {@code node}; empty when what is stored of it is no Diameter identity. */
    public Optional<OutboundRequest> to(ServingNode.Address node, HssIdentity identity) {
        return ServingNodes.request(S6a.RSR, node, identity, this::write);
    }

    private void write(MessageWriter writer) {
        userIds.forEach(digits -> writer.add(S6a.USER_ID, digits));
        resetIds.forEach(id -> writer.add(S6a.RESET_ID, HexFormat.of().parseHex(id)));
    }
}
