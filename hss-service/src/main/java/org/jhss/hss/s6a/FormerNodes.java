// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.List;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6t;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.s6a.Relocation.Ended;
import org.jhss.platform.config.HssIdentity;
import org.jhss.platform.config.MobilityConfig;
import org.jhss.store.work.NodeType;

/** Tells nodes that a subscriber has left them. */
final class FormerNodes {

    private static final int NO_DSR_FLAGS = 0;

    private final MobilityConfig mobility;
    private final HssIdentity identity;

    FormerNodes(MobilityConfig mobility, HssIdentity identity) {
        this.mobility = mobility;
        this.identity = identity;
    }

    /** Sends what the configuration asks for once the move is durable. */
    void tell(RequestContext context, List<Ended> registrations) {
        for (var ended : registrations) {
            if (mobility.cancelLocation()) {
                ended.cancellation()
                        .to(ended.node().address(), ended.node().type(), identity)
                        .ifPresent(context::afterCommit);
            }
            if (mobility.sendDsrOnMmeChange() && ended.node().type() == NodeType.MME) {
                deleteSubscriberData(context, ended);
            }
        }
    }

    /** PyHSS's stand-in for the Cancel-Location-Request it could not send; some cores have learnt to live by it. */
    private void deleteSubscriberData(RequestContext context, Ended ended) {
        var imsi = ended.cancellation().imsi();
        ServingNodes.request(
                        S6a.DSR,
                        ended.node().address(),
                        identity,
                        writer -> writer.add(Base.USER_NAME, imsi.value())
                                .add(S6a.DSR_FLAGS, NO_DSR_FLAGS)
                                .add(S6t.EXTERNAL_IDENTIFIER, mobility.dsrExternalIdentifier()))
                .ifPresent(context::afterCommit);
    }
}
