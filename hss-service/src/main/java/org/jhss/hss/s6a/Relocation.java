// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.identity.Imsi;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;

/** Which registrations end when a node registers (TS 29.272 5.2.1.1.3). */
final class Relocation {

    /**
     * A registration that ended.
     *
     * @param node where it was
     * @param cancellation what the node is to be told
     */
    record Ended(ServingNode node, CancelLocation cancellation) {}

    private Relocation() {}

    /**
     * Registers {@code node} and ends what that ends. A node that registers again, the other half of a combined MME/SGSN, and one that
     * has purged the subscriber are not told: they know.
     */
    static List<Ended> move(SubscriberState subscriber, ServingNode node, UlrFlags flags) {
        var ended = new ArrayList<Ended>(2);
        var imsi = subscriber.imsi();
        subscriber
                .register(node)
                .flatMap(previous -> ended(previous, node, updateOf(node.type()), imsi))
                .ifPresent(ended::add);
        var other = node.type() == NodeType.MME ? NodeType.SGSN : NodeType.MME;
        if (node.type() == NodeType.MME && flags.isSingleRegistration()) {
            endOther(subscriber, node, other, CancellationType.SGSN_UPDATE_PROCEDURE, ended);
        } else if (flags.isInitialAttach()) {
            endOther(subscriber, node, other, CancellationType.INITIAL_ATTACH_PROCEDURE, ended);
        }
        return ended;
    }

    private static void endOther(
            SubscriberState subscriber, ServingNode node, NodeType other, CancellationType type, List<Ended> ended) {
        subscriber
                .deregister(other)
                .flatMap(previous -> ended(previous, node, type, subscriber.imsi()))
                .ifPresent(ended::add);
    }

    private static CancellationType updateOf(NodeType type) {
        return type == NodeType.MME ? CancellationType.MME_UPDATE_PROCEDURE : CancellationType.SGSN_UPDATE_PROCEDURE;
    }

    private static Optional<Ended> ended(ServingNode previous, ServingNode now, CancellationType type, Imsi imsi) {
        return previous.purged()
                        || ServingNodes.isSame(
                                previous.address().host(), now.address().host())
                ? Optional.empty()
                : Optional.of(new Ended(previous, CancelLocation.because(type, imsi)));
    }
}
