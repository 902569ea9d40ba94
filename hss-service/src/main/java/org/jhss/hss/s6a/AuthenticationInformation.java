// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jhss.aka.AutsCheck;
import org.jhss.aka.RandomSource;
import org.jhss.aka.ResynchronisationInfo;
import org.jhss.aka.SqnAllocation;
import org.jhss.aka.SqnPolicy;
import org.jhss.aka.VectorGenerator;
import org.jhss.auc.SimCard;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.metrics.AuthenticationEvent;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.platform.logging.RateLimitedLog;
import org.jhss.store.work.Access;
import org.jhss.store.work.Need;
import org.jhss.store.work.SubscriberState;
import org.slf4j.LoggerFactory;

/** Authentication-Information-Request (TS 29.272 5.2.3.1): vectors for E-UTRAN, UTRAN and GERAN. */
final class AuthenticationInformation implements CommandHandler {

    /** A subscriber without keys tries again and again: a few lines a minute tell it. */
    private static final RateLimitedLog LOG =
            new RateLimitedLog(LoggerFactory.getLogger(AuthenticationInformation.class), 1, Duration.ofMinutes(1));

    private static final Set<Need> KEYS = EnumSet.of(Need.AUTHENTICATION);
    private static final Set<Need> KEYS_AND_PROFILE = EnumSet.of(Need.AUTHENTICATION, Need.PROFILE);

    /** AIR-Flags (7.3.201). */
    private static final long SEND_UE_USAGE_TYPE = 1;

    private static final DiameterError NO_DATA = Outcome.error(ExperimentalResultCode.AUTHENTICATION_DATA_UNAVAILABLE);

    /** A SIM of 2G may not attach to E-UTRAN (5.2.3.1.3, TS 33.401 6.1.1). */
    private static final DiameterError UNALLOWED_ATTACHMENT = Outcome.error(ResultCode.AUTHORIZATION_REJECTED);

    private final HandlerEnvironment environment;
    private final Admission admission;
    private final Plausibility plausibility;
    private final SqnPolicy sqnPolicy;
    private final VectorGenerator generator;
    private final int mostVectors;
    private final boolean roamingBarredMayAuthenticate;
    private final boolean disabledMayAuthenticate;

    AuthenticationInformation(HandlerEnvironment environment, RandomSource random) {
        var hss = environment.config().hss();
        this.environment = environment;
        this.admission = new Admission(environment, S6a.AIR);
        this.plausibility = new Plausibility(environment);
        this.sqnPolicy = new SqnPolicy(
                hss.sqn().indBits(), hss.sqn().indFirst(), hss.sqn().indCount());
        this.generator = new VectorGenerator(random);
        this.mostVectors = hss.limits().maxVectors();
        this.roamingBarredMayAuthenticate = hss.roaming().emergencyExempt();
        this.disabledMayAuthenticate = hss.emergency().unauthenticated();
    }

    @Override
    public CommandDefinition command() {
        return S6a.AIR;
    }

    @Override
    public void plan(RequestContext context, Plan plan) {
        var request = context.request();
        Requests.imsi(request)
                .ifPresent(imsi -> plan.subscriber(imsi, wantsUsageType(request) ? KEYS_AND_PROFILE : KEYS));
    }

    @Override
    public Outcome handle(RequestContext context) {
        var request = context.request();
        if (SupportedFeatures.negotiate(request).isEmpty()) {
            return admission.featureUnsupported();
        }
        var imsi = Requests.imsi(request);
        var found = imsi.flatMap(context::subscriber);
        var access = found.flatMap(SubscriberState::access);
        if (found.isEmpty() || access.isEmpty()) {
            return admission.unknown(context, imsi);
        }
        var refusal = refusal(context, found.get(), access.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var outcome = authenticate(context, found.get());
        if (outcome instanceof Outcome.Answered) {
            plausibility.authenticated(context, found.get().imsi());
        }
        return outcome;
    }

    private Optional<DiameterError> refusal(RequestContext context, SubscriberState subscriber, Access access) {
        if (!access.enabled() && !disabledMayAuthenticate) {
            return Optional.of(admission.disabled(context, subscriber.imsi()));
        }
        if (admission.isCircuitOnly(access)) {
            return Optional.of(ErrorDiagnostic.noPacketSubscription());
        }
        var visited = Requests.visitedPlmn(context.request());
        if (visited.isEmpty()) {
            return Optional.of(admission.badPlmn(context));
        }
        var stranger = plausibility.visitedNetwork(context, subscriber.imsi(), visited.get());
        if (stranger.isPresent()) {
            return stranger;
        }
        if (!roamingBarredMayAuthenticate && !admission.allowsNetwork(access, visited.get())) {
            return Optional.of(admission.roamingNotAllowed());
        }
        return Optional.empty();
    }

    private Outcome authenticate(RequestContext context, SubscriberState subscriber) {
        var request = context.request();
        var eutran = VectorOrder.read(request.find(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO), mostVectors);
        var utran = VectorOrder.read(request.find(S6a.REQUESTED_UTRAN_GERAN_AUTHENTICATION_INFO), mostVectors);
        if (eutran.resynchronisation().isPresent() && utran.resynchronisation().isPresent()) {
            // 5.2.3.1.3: AUTS is not checked then and no vector sent.
            return Outcome.error(ResultCode.UNABLE_TO_COMPLY);
        }
        if (!eutran.wanted() && !utran.wanted() && !wantsUsageType(request)) {
            eutran = VectorOrder.ONE;
        }
        return switch (SimCard.of(subscriber.keys())) {
            case SimCard.Usim usim -> answer(context, subscriber, usim, eutran.beside(utran), utran.beside(eutran));
            case SimCard.GsmSim sim -> answer(context, subscriber, sim, eutran, utran);
            case SimCard.Unusable(var reason) -> {
                LOG.atWarn(subscriber.imsi().value())
                        .addKeyValue("imsi", subscriber.imsi())
                        .log("No vectors: {}", reason);
                yield NO_DATA;
            }
        };
    }

    private Outcome answer(
            RequestContext context,
            SubscriberState subscriber,
            SimCard.Usim usim,
            VectorOrder eutran,
            VectorOrder utran) {
        var resynchronisation =
                eutran.resynchronisation().isPresent() ? eutran.resynchronisation() : utran.resynchronisation();
        if (resynchronisation.isPresent()) {
            var refusal = resynchronise(context, subscriber, usim, resynchronisation);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        int total = eutran.count() + utran.count();
        if (total == 0) {
            writeUsageType(context.answer(), context.request(), subscriber);
            return Outcome.answered();
        }
        int ind = sqnPolicy.indFor(Requests.nodeSelector(context.request()));
        if (!(sqnPolicy.allocate(subscriber.sqn(), ind, total) instanceof SqnAllocation.Issued issued)) {
            LOG.atWarn(subscriber.imsi().value())
                    .addKeyValue("imsi", subscriber.imsi())
                    .log("No vectors: sequence numbers are used up");
            return NO_DATA;
        }
        subscriber.setSqn(issued.next());
        var writer = context.answer().begin(S6a.AUTHENTICATION_INFO);
        writeEutran(writer, context.request(), usim, issued, eutran.count());
        for (int i = 0; i < utran.count(); i++) {
            var vector = generator.utran(usim.credentials(), issued.sqn(eutran.count() + i));
            AuthenticationInfo.write(writer, vector, i, utran.count());
        }
        writeUsageType(writer.end(), context.request(), subscriber);
        return Outcome.answered();
    }

    private void writeEutran(
            MessageWriter writer, Message request, SimCard.Usim usim, SqnAllocation.Issued issued, int count) {
        var plmn = request.find(S6a.VISITED_PLMN_ID);
        for (int i = 0; i < count; i++) {
            var vector = generator.eutran(usim.credentials(), issued.sqn(i), plmn.buffer(), plmn.valueOffset());
            AuthenticationInfo.write(writer, vector, i, count);
        }
    }

    /** A SIM gets triplets for GERAN, and nothing for E-UTRAN. */
    private Outcome answer(
            RequestContext context,
            SubscriberState subscriber,
            SimCard.GsmSim sim,
            VectorOrder eutran,
            VectorOrder utran) {
        if (eutran.wanted() && (!utran.wanted() || eutran.immediate())) {
            return UNALLOWED_ATTACHMENT;
        }
        if (utran.resynchronisation().isPresent()) {
            // A SIM knows no sequence numbers: this is not its answer.
            return NO_DATA;
        }
        var writer = context.answer();
        if (utran.wanted()) {
            writer.begin(S6a.AUTHENTICATION_INFO);
            for (int i = 0; i < utran.count(); i++) {
                AuthenticationInfo.write(writer, generator.geran(sim.key()), i, utran.count());
            }
            writer.end();
        }
        writeUsageType(writer, context.request(), subscriber);
        return Outcome.answered();
    }

    /** Follows an AUTS that is genuine (TS 33.102 6.3.5); any other leaves the sequence number as it is. */
    private Optional<DiameterError> resynchronise(
            RequestContext context, SubscriberState subscriber, SimCard.Usim usim, Avp info) {
        var parsed = ResynchronisationInfo.parse(info.buffer(), info.valueOffset(), info.valueLength());
        if (parsed.isEmpty()) {
            return Optional.of(Outcome.error(ResultCode.INVALID_AVP_VALUE).withFailedAvp(info));
        }
        var check = generator.checkAuts(usim.credentials().key(), parsed.get());
        if (!(check instanceof AutsCheck.Genuine(var sqnMs))) {
            return Optional.of(NO_DATA);
        }
        subscriber.setSqn(sqnPolicy.resynchronised(subscriber.sqn(), sqnMs));
        context.afterCommit(
                () -> environment.events().authentication(S6a.AIR, AuthenticationEvent.RESYNC, subscriber.imsi()));
        return Optional.empty();
    }

    private static boolean wantsUsageType(Message request) {
        return (request.unsigned32(S6a.AIR_FLAGS, 0) & SEND_UE_USAGE_TYPE) != 0;
    }

    /** 5.2.3.1.3: for the choice of a dedicated core network. */
    private static void writeUsageType(MessageWriter writer, Message request, SubscriberState subscriber) {
        if (wantsUsageType(request)) {
            subscriber
                    .profile()
                    .flatMap(profile -> profile.radio().ueUsageType().isPresent()
                            ? Optional.of(profile.radio().ueUsageType().getAsInt())
                            : Optional.empty())
                    .ifPresent(type -> writer.add(S6a.UE_USAGE_TYPE, type));
        }
    }
}
