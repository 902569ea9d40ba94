// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Pua;
import org.jhss.diameter.dictionary.S6aFlags.Pur;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Message;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.hss.s6a.location.EpsLocation;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.SubscriberState;

/**
 * Purge-UE-Request (TS 29.272 5.2.1.3): a node has deleted the subscriber after long inactivity. Its registration is kept and marked as
 * purged, so that it is known where the subscriber was last; PyHSS's columns are cleared, as PyHSS clears them.
 */
final class PurgeUe implements CommandHandler {

    private static final Set<Need> NEEDS = EnumSet.of(Need.SERVING_NODES);
    private static final DiameterError UNKNOWN = Outcome.error(ExperimentalResultCode.USER_UNKNOWN);

    private final Admission admission;
    private final boolean ignored;

    PurgeUe(HandlerEnvironment environment) {
        this.admission = new Admission(environment, S6a.PUR);
        this.ignored = environment.config().hss().mobility().ignorePurge();
    }

    @Override
    public CommandDefinition command() {
        return S6a.PUR;
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
        var subscriber = Requests.imsi(request)
                .flatMap(context::subscriber)
                .filter(state -> state.access().isPresent());
        if (subscriber.isEmpty()) {
            return UNKNOWN;
        }
        int frozen = purge(context, subscriber.get());
        var answer = context.answer().add(S6a.PUA_FLAGS, frozen);
        features.get().writeTo(answer);
        return Outcome.answered();
    }

    /** The PUA-Flags (7.3.48): which temporary identities the node may not use again soon. */
    private int purge(RequestContext context, SubscriberState subscriber) {
        var request = context.request();
        int wanted = wanted(request);
        int frozen = 0;
        if ((wanted & Pur.UE_PURGED_IN_MME) != 0 && isServedBy(request, subscriber, NodeType.MME)) {
            frozen |= Pua.FREEZE_M_TMSI;
            mark(subscriber, NodeType.MME);
        }
        if ((wanted & Pur.UE_PURGED_IN_SGSN) != 0 && isServedBy(request, subscriber, NodeType.SGSN)) {
            frozen |= Pua.FREEZE_P_TMSI;
            mark(subscriber, NodeType.SGSN);
        }
        if (frozen != 0 && !ignored) {
            EpsLocation.of(request.find(S6a.EPS_LOCATION_INFORMATION))
                    .storeIn(subscriber, Instant.ofEpochMilli(context.nowMillis()));
        }
        return frozen;
    }

    /** PUR-Flags (7.3.149): which halves of a combined MME/SGSN are meant; all when none is told. */
    private static int wanted(Message request) {
        int all = Pur.UE_PURGED_IN_MME | Pur.UE_PURGED_IN_SGSN;
        int told = request.integer32(S6a.PUR_FLAGS, 0) & all;
        return told == 0 ? all : told;
    }

    private static boolean isServedBy(Message request, SubscriberState subscriber, NodeType type) {
        var host = request.text(Base.ORIGIN_HOST);
        return subscriber
                .node(type)
                .filter(node -> ServingNodes.isSame(node.address().host(), host))
                .isPresent();
    }

    private void mark(SubscriberState subscriber, NodeType type) {
        if (!ignored) {
            subscriber.purge(type);
        }
    }
}
