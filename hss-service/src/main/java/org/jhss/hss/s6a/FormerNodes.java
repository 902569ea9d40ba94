// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6t;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.MoveReceipts;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.outbound.NodeAnswer;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.s6a.Relocation.Ended;
import org.jhss.platform.config.HssIdentity;
import org.jhss.platform.config.MobilityConfig;
import org.jhss.store.change.Move;
import org.jhss.store.change.TargetNode;
import org.jhss.store.work.NodeType;

/** Tells nodes that a subscriber has left them. */
final class FormerNodes {

    private static final int NO_DSR_FLAGS = 0;

    /** Beyond the time that an answer may take: until then this process tells the node itself. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final MobilityConfig mobility;
    private final HssIdentity identity;
    private final MoveReceipts receipts;
    private final boolean durable;
    private final Duration patience;

    FormerNodes(HandlerEnvironment environment) {
        var config = environment.config().hss();
        this.mobility = config.mobility();
        this.identity = config.identity();
        this.receipts = environment.moves();
        this.durable = config.changes().enabled();
        this.patience = config.processing().requestTimeout().plus(GRACE);
    }

    /** Sends what the configuration asks for once the move is durable. */
    void tell(RequestContext context, List<Ended> registrations) {
        for (var ended : registrations) {
            if (mobility.cancelLocation()) {
                ended.cancellation()
                        .to(ended.node().address(), ended.node().type(), identity)
                        .ifPresent(request -> cancel(context, ended, request));
            }
            if (mobility.sendDsrOnMmeChange() && ended.node().type() == NodeType.MME) {
                deleteSubscriberData(context, ended);
            }
        }
    }

    /** The node is told at once; what is kept is for the case that this process or the node does not live to see it. */
    private void cancel(RequestContext context, Ended ended, OutboundRequest request) {
        if (!durable) {
            context.afterCommit(request);
            return;
        }
        long token = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        var imsi = ended.cancellation().imsi();
        var address = ended.node().address();
        context.work()
                .remember(new Move(
                        imsi,
                        new TargetNode(
                                ended.node().type().columnValue(), address.host(), address.realm(), address.peer()),
                        ended.cancellation().type().value(),
                        token,
                        Instant.ofEpochMilli(context.nowMillis()),
                        patience));
        context.afterCommit(request, result -> {
            if (NodeAnswer.of(result).isFinal()) {
                receipts.confirmed(imsi, token);
            }
        });
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
