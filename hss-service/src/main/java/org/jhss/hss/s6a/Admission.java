// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.Optional;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.metrics.AuthenticationEvent;
import org.jhss.hss.s6a.access.RoamingPolicy;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.platform.config.RoamingConfig.UnknownImsi;
import org.jhss.store.work.Access;

/** The checks that Authentication-Information and Update-Location have in common, and their errors. */
final class Admission {

    /** Network-Access-Mode (TS 29.272 7.3.21) of a subscription to circuit-switched services only; reserved since Release 8. */
    private static final int ONLY_CIRCUIT = 1;

    private static final DiameterError UNKNOWN = Outcome.error(ExperimentalResultCode.USER_UNKNOWN);
    private static final DiameterError NOT_ALLOWED = Outcome.error(ExperimentalResultCode.ROAMING_NOT_ALLOWED);
    private static final DiameterError INVALID_VALUE = Outcome.error(ResultCode.INVALID_AVP_VALUE);
    private static final DiameterError FEATURE_UNSUPPORTED =
            Outcome.error(ExperimentalResultCode.FEATURE_UNSUPPORTED).with(SupportedFeatures.OURS::writeTo);

    private final HandlerEnvironment environment;
    private final CommandDefinition command;
    private final RoamingPolicy roaming;
    private final DiameterError unknown;

    Admission(HandlerEnvironment environment, CommandDefinition command) {
        this.environment = environment;
        this.command = command;
        var policy = environment.config().hss().roaming();
        this.roaming = new RoamingPolicy(environment.identity().plmn(), policy.allowUndefinedNetworks());
        this.unknown = policy.rejectUnknownImsisWith() == UnknownImsi.ROAMING_NOT_ALLOWED ? NOT_ALLOWED : UNKNOWN;
    }

    /** There is no such subscriber; counted. The configuration says how this is told. */
    DiameterError unknown(RequestContext context, Optional<Imsi> imsi) {
        imsi.ifPresent(known -> count(context, AuthenticationEvent.UNKNOWN_USER, known));
        return unknown;
    }

    /** The subscription is disabled, which is told as with PyHSS; counted. */
    DiameterError disabled(RequestContext context, Imsi imsi) {
        count(context, AuthenticationEvent.DISABLED_USER, imsi);
        return UNKNOWN;
    }

    /** Visited-PLMN-Id is no PLMN. */
    DiameterError badPlmn(RequestContext context) {
        return INVALID_VALUE.withFailedAvp(context.request().find(S6a.VISITED_PLMN_ID));
    }

    /** The request insists on a feature that we lack (TS 29.229 7.2.1). */
    DiameterError featureUnsupported() {
        return FEATURE_UNSUPPORTED;
    }

    /** The subscriber may not use the visited network. */
    DiameterError roamingNotAllowed() {
        return NOT_ALLOWED;
    }

    /** Whether the subscription has no packet services at all. */
    boolean isCircuitOnly(Access access) {
        return access.networkAccessMode() == ONLY_CIRCUIT;
    }

    /** Whether {@code visited} is not the home network. */
    boolean isRoaming(Plmn visited) {
        return roaming.isRoaming(visited);
    }

    /** Whether the subscriber may use {@code visited}. */
    boolean allowsNetwork(Access access, Plmn visited) {
        return !roaming.isRoaming(visited)
                || roaming.allows(
                        access, visited, environment.store().referenceData().roamingRules());
    }

    private void count(RequestContext context, AuthenticationEvent event, Imsi imsi) {
        context.afterCommit(() -> environment.events().authentication(command, event, imsi));
    }
}
