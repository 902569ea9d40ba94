// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.hss.s6a.subscription.Subscription;
import org.jhss.hss.s6a.subscription.SubscriptionData;
import org.jhss.identity.Plmn;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;

/** Update-Location-Request (TS 29.272 5.2.1.1): registers the node that serves a subscriber, and sends it the subscription. */
final class UpdateLocation implements CommandHandler {

    private static final Set<Need> NEEDS = EnumSet.of(Need.PROFILE, Need.SERVING_NODES, Need.DETAILS);

    /** ULA-Flags (7.3.8). */
    private static final int SEPARATION_INDICATION = 1;

    private static final int MME_REGISTERED_FOR_SMS = 1 << 1;

    private static final DiameterError RAT_NOT_ALLOWED = Outcome.error(ExperimentalResultCode.RAT_NOT_ALLOWED);

    private final HandlerEnvironment environment;
    private final Admission admission;
    private final Registration registration;
    private final FormerNodes formerNodes;
    private final Plausibility plausibility;

    UpdateLocation(HandlerEnvironment environment) {
        this.environment = environment;
        this.admission = new Admission(environment, S6a.ULR);
        this.registration = new Registration(environment.identity().originHost());
        this.formerNodes = new FormerNodes(environment);
        this.plausibility = new Plausibility(environment);
    }

    @Override
    public CommandDefinition command() {
        return S6a.ULR;
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
        var imsi = Requests.imsi(request);
        var found = imsi.flatMap(context::subscriber);
        var subscription = found.flatMap(
                state -> Subscription.of(state, environment.store().referenceData()::apn, features.get()));
        if (found.isEmpty() || subscription.isEmpty()) {
            return admission.unknown(context, imsi);
        }
        var refusal = refusal(context, found.get(), subscription.get());
        return refusal.isPresent() ? refusal.get() : register(context, found.get(), subscription.get());
    }

    private Optional<DiameterError> refusal(
            RequestContext context, SubscriberState subscriber, Subscription subscription) {
        var access = subscriber.access().orElseThrow();
        if (!access.enabled()) {
            return Optional.of(admission.disabled(context, subscriber.imsi()));
        }
        if (admission.isCircuitOnly(access) || !subscription.hasUsableApn()) {
            return Optional.of(ErrorDiagnostic.noPacketSubscription());
        }
        if (!subscription.restrictions().allows(context.request().enumerated(Gx.RAT_TYPE, 0))) {
            return Optional.of(RAT_NOT_ALLOWED);
        }
        var visited = Requests.visitedPlmn(context.request());
        if (visited.isEmpty()) {
            return Optional.of(admission.badPlmn(context));
        }
        var stranger = plausibility.visitedNetwork(context, subscriber.imsi(), visited.get());
        if (stranger.isPresent()) {
            return stranger;
        }
        if (!admission.allowsNetwork(access, visited.get())) {
            return Optional.of(admission.roamingNotAllowed());
        }
        var barred = unenforcedBarring(subscription, visited.get());
        return barred.isPresent() ? barred : plausibility.relocation(context, subscriber, visited.get());
    }

    private Optional<DiameterError> unenforcedBarring(Subscription subscription, Plmn visited) {
        var diagnostic = subscription.barring().unenforced(subscription.features(), admission.isRoaming(visited));
        return diagnostic.isPresent() ? Optional.of(ErrorDiagnostic.barred(diagnostic.getAsInt())) : Optional.empty();
    }

    private Outcome register(RequestContext context, SubscriberState subscriber, Subscription subscription) {
        var flags = UlrFlags.of(context.request());
        var node = registration.read(context, flags, subscription.features(), subscription.profile());
        var ended = Relocation.move(subscriber, node, flags);
        restoreGateways(context, subscriber, subscription, node);
        if (subscriber.isReachabilityRequested()) {
            // 5.2.1.1.3: the terminal is reachable, which is what was waited for.
            subscriber.setReachabilityRequested(false);
        }
        formerNodes.tell(context, ended);
        answer(context, subscriber, subscription, flags, node);
        return Outcome.answered();
    }

    /** 5.2.1.1.3: what the node knows of active APNs replaces what is stored. */
    private static void restoreGateways(
            RequestContext context, SubscriberState subscriber, Subscription subscription, ServingNode node) {
        if (!context.request().has(S6a.ACTIVE_APN)) {
            return;
        }
        var active = ActiveApns.read(context.request(), subscription.apns(), node.registeredAt());
        for (var stored : List.copyOf(subscriber.pdnGateways())) {
            if (!stored.isEmergency()) {
                subscriber.removePdnGateway(stored.apn());
            }
        }
        active.forEach(subscriber::putPdnGateway);
    }

    private static void answer(
            RequestContext context,
            SubscriberState subscriber,
            Subscription subscription,
            UlrFlags flags,
            ServingNode node) {
        var writer = context.answer();
        subscription.features().writeTo(writer);
        boolean sms = node.sms().registered();
        writer.add(S6a.ULA_FLAGS, SEPARATION_INDICATION | (sms ? MME_REGISTERED_FOR_SMS : 0));
        if (!flags.skipsSubscriberData()) {
            boolean gprs =
                    flags.wantsGprsSubscriptionData() && (node.type() == NodeType.SGSN || flags.isCombinedNode());
            SubscriptionData.write(
                    writer,
                    subscription
                            .withGateways(subscriber.pdnGateways())
                            .withGprs(gprs)
                            .withSmsRegistered(sms));
        }
    }
}
