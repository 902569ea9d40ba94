// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.Optional;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.identity.Imsi;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;

/**
 * Cancel-Location-Request (TS 29.272 5.2.1.2, 7.2.7).
 *
 * @param imsi the subscriber
 * @param type why its registration ends
 * @param reattach whether the terminal shall attach again at once (Reattach-Required, of withdrawals only)
 */
public record CancelLocation(Imsi imsi, CancellationType type, boolean reattach) {

    /** CLR-Flags (7.3.152). */
    private static final int S6A_INDICATOR = 1;

    private static final int REATTACH_REQUIRED = 1 << 1;

    /** A cancellation after which the terminal need not attach again. */
    public static CancelLocation because(CancellationType type, Imsi imsi) {
        return new CancelLocation(imsi, type, false);
    }

    /**
     * The request for {@code node}; empty when what is stored of it is no Diameter identity.
     *
     * @param nodeType which registration ends: it tells a combined MME/SGSN which half is meant
     */
    public Optional<OutboundRequest> to(ServingNode.Address node, NodeType nodeType, HssIdentity identity) {
        int flags = (nodeType == NodeType.MME ? S6A_INDICATOR : 0) | (reattach ? REATTACH_REQUIRED : 0);
        return ServingNodes.request(
                S6a.CLR,
                node,
                identity,
                writer -> writer.add(Base.USER_NAME, imsi.value())
                        .add(S6a.CANCELLATION_TYPE, type.value())
                        .add(S6a.CLR_FLAGS, flags));
    }
}
