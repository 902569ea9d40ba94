// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.Optional;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;

/**
 * A node that a request goes to.
 *
 * @param type as which it serves
 * @param address how it is reached
 * @param registration the registration that names it; empty when the caller does
 */
record Target(NodeType type, ServingNode.Address address, Optional<ServingNode> registration) {

    static Target of(ServingNode registration) {
        return new Target(registration.type(), registration.address(), Optional.of(registration));
    }

    static Target named(NodeType type, ServingNode.Address address) {
        return new Target(type, address, Optional.empty());
    }

    /** Whether {@code subscriber} is still registered as when the request went out: it may have moved, or registered again, meanwhile. */
    boolean isCurrent(SubscriberState subscriber) {
        return registration.isPresent()
                && subscriber
                        .node(type)
                        .filter(now -> now.address().host().equalsIgnoreCase(address.host())
                                && now.registeredAt().equals(registration.get().registeredAt()))
                        .isPresent();
    }
}
