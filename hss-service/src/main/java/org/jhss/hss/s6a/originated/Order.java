// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.Optional;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.outbound.OutboundResult;

/**
 * A request about to be sent to one node.
 *
 * @param target the node
 * @param request what is sent; empty when it cannot be
 * @param refusal why it cannot be
 */
record Order(Target target, Optional<OutboundRequest> request, OutboundResult refusal) {

    private static final OutboundResult UNUSABLE =
            new OutboundResult.Failed("what is stored of the node is no Diameter identity");

    /** To be sent, unless the node cannot be addressed. */
    static Order of(Target target, Optional<OutboundRequest> request) {
        return new Order(target, request, UNUSABLE);
    }

    /** Not to be sent. */
    static Order refused(Target target, String reason) {
        return new Order(target, Optional.empty(), new OutboundResult.Failed(reason));
    }
}
