// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Nor;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Message;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;

/** Notify-Request (TS 29.272 5.2.5.1): what happened to a subscriber at the node where it is registered. */
final class Notify implements CommandHandler {

    private static final Set<Need> NEEDS = EnumSet.of(Need.PROFILE, Need.SERVING_NODES, Need.DETAILS);

    private static final DiameterError UNKNOWN = Outcome.error(ExperimentalResultCode.USER_UNKNOWN);
    private static final DiameterError NOT_SERVING = Outcome.error(ExperimentalResultCode.UNKNOWN_SERVING_NODE);

    private final HandlerEnvironment environment;
    private final Admission admission;

    Notify(HandlerEnvironment environment) {
        this.environment = environment;
        this.admission = new Admission(environment, S6a.NOR);
    }

    @Override
    public CommandDefinition command() {
        return S6a.NOR;
    }

    @Override
    public void plan(RequestContext context, Plan plan) {
        Requests.imsi(context.request()).ifPresent(imsi -> plan.subscriber(imsi, NEEDS));
    }

    @Override
    public Outcome handle(RequestContext context) {
        var request = context.request();
        var features = SupportedFeatures.negotiate(request);
        if (features.isEmpty()) {
            return admission.featureUnsupported();
        }
        var found = Requests.imsi(request)
                .flatMap(context::subscriber)
                .filter(state -> state.profile().isPresent());
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        var subscriber = found.get();
        var node = notifier(request, subscriber);
        if (node.isEmpty()) {
            return NOT_SERVING;
        }
        subscriber.register(NotifiedNode.update(node.get(), request, Instant.ofEpochMilli(context.nowMillis())));
        var gateway = new NotifiedGateway(environment.store().referenceData()::apn, context.nowMillis());
        var refusal = gateway.store(request, subscriber);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        noteReachability(request, subscriber, node.get().type());
        endRegistrationAtSgsn(context, subscriber, node.get());
        features.get().writeTo(context.answer());
        return Outcome.answered();
    }

    /**
     * The registration that the request speaks for. The S6a/S6d-Indicator says which half of a combined MME/SGSN that is; an MME before
     * Release 11 does not know it, hence an MME is believed without.
     */
    private static Optional<ServingNode> notifier(Message request, SubscriberState subscriber) {
        var host = request.text(Base.ORIGIN_HOST);
        var mme = registered(subscriber, NodeType.MME, host);
        return isFlagged(request, Nor.S6A_S6D_INDICATOR)
                ? mme
                : registered(subscriber, NodeType.SGSN, host).or(() -> mme);
    }

    private static Optional<ServingNode> registered(SubscriberState subscriber, NodeType type, String host) {
        return subscriber
                .node(type)
                .filter(node ->
                        !node.purged() && ServingNodes.isSame(node.address().host(), host));
    }

    /** 5.2.5.1.3: whoever waits for the terminal (URRP-MME, URRP-SGSN) need not wait any longer. */
    private static void noteReachability(Message request, SubscriberState subscriber, NodeType type) {
        int flag = type == NodeType.MME ? Nor.UE_REACHABLE_FROM_MME : Nor.UE_REACHABLE_FROM_SGSN;
        if (isFlagged(request, flag) && subscriber.isReachabilityRequested()) {
            subscriber.setReachabilityRequested(false);
        }
    }

    /** 5.2.5.1.3: an MME that serves the subscriber alone has the registration at the SGSN cancelled. */
    private void endRegistrationAtSgsn(RequestContext context, SubscriberState subscriber, ServingNode mme) {
        if (mme.type() != NodeType.MME || !isFlagged(context.request(), Nor.SINGLE_REGISTRATION_INDICATION)) {
            return;
        }
        subscriber
                .deregister(NodeType.SGSN)
                .filter(sgsn -> !sgsn.purged()
                        && !ServingNodes.isSame(
                                sgsn.address().host(), mme.address().host()))
                .flatMap(sgsn -> CancelLocation.because(CancellationType.SGSN_UPDATE_PROCEDURE, subscriber.imsi())
                        .to(sgsn.address(), NodeType.SGSN, environment.identity()))
                .ifPresent(context::afterCommit);
    }

    private static boolean isFlagged(Message request, int flag) {
        return (request.integer32(S6a.NOR_FLAGS, 0) & flag) != 0;
    }
}
