// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.util.List;
import java.util.Optional;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.identity.Imsi;
import org.jhss.store.change.TargetNode;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;

/**
 * What one node is sent for one change.
 *
 * @param imsi the subscriber
 * @param type as which the node serves
 * @param node the node
 * @param registration the registration that names it; empty when the change does
 * @param steps the requests, one after the other
 */
record NodeTask(Imsi imsi, NodeType type, TargetNode node, Optional<ServingNode> registration, List<Step> steps) {

    /**
     * A request.
     *
     * @param command CLR, IDR or DSR
     * @param request what is sent; empty when what is stored of the node is no Diameter identity
     */
    record Step(String command, Optional<OutboundRequest> request) {}

    static final String CANCEL = "CLR";
    static final String INSERT = "IDR";
    static final String DELETE = "DSR";

    NodeTask {
        steps = List.copyOf(steps);
    }

    /** Whether the node is to let the subscriber go. */
    boolean isCancellation() {
        return steps.stream().anyMatch(step -> step.command().equals(CANCEL));
    }

    /** Whether {@code subscriber} is still registered as when this was planned: it may have moved, or registered again, meanwhile. */
    boolean isCurrent(SubscriberState subscriber) {
        return registration.isPresent()
                && subscriber
                        .node(type)
                        .filter(now -> now.address().host().equalsIgnoreCase(node.host())
                                && now.registeredAt().equals(registration.get().registeredAt()))
                        .isPresent();
    }
}
