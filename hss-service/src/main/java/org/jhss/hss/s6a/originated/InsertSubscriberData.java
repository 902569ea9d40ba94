// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.s6a.ServingNodes;
import org.jhss.hss.s6a.subscription.Subscription;
import org.jhss.hss.s6a.subscription.SubscriptionData;
import org.jhss.hss.s6a.subscription.SubscriptionPart;
import org.jhss.identity.Imsi;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.work.ServingNode;

/**
 * Insert-Subscriber-Data-Request (TS 29.272 5.2.2.1, 7.2.9): replaces parts of the subscription that a node has, and asks the node.
 *
 * @param imsi the subscriber
 * @param subscription the subscription as the node gets it
 * @param parts what of it is sent; nothing when the request only asks
 * @param queries what is asked
 */
public record InsertSubscriberData(
        Imsi imsi, Subscription subscription, Set<SubscriptionPart> parts, Set<NodeQuery> queries) {

    public InsertSubscriberData {
        parts = parts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(parts));
        queries = Set.copyOf(queries);
    }

    /** The request for {@code node}; empty when what is stored of it is no Diameter identity. */
    public Optional<OutboundRequest> to(ServingNode.Address node, HssIdentity identity) {
        return ServingNodes.request(S6a.IDR, node, identity, this::write);
    }

    private void write(MessageWriter writer) {
        writer.add(Base.USER_NAME, imsi.value());
        subscription.features().writeTo(writer);
        if (parts.isEmpty()) {
            SubscriptionData.writeNothing(writer);
        } else {
            SubscriptionData.write(writer, subscription, parts);
        }
        int flags = 0;
        for (var query : queries) {
            flags |= query.flags();
        }
        if (flags != 0) {
            writer.add(S6a.IDR_FLAGS, flags);
        }
    }
}
