// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Swm;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.s6a.subscription.ApnCatalogue;
import org.jhss.hss.s6a.subscription.SubscribedApn;
import org.jhss.store.work.PdnGateway;
import org.jhss.store.work.SubscriberState;

/**
 * The PDN gateway of a Notify-Request (TS 29.272 5.2.5.1.3), which another node, or non-3GPP access, needs to find the connection. An APN
 * without a gateway says that the connection has ended.
 */
final class NotifiedGateway {

    /** Emergency-Services (TS 29.273 7.2.3.4): Emergency-Indication. */
    private static final int EMERGENCY_INDICATION = 1;

    /** What stands before an APN's operator identifier, which is not part of a subscription (TS 23.003 9.1.2). */
    private static final String OPERATOR_IDENTIFIER = ".mnc";

    private static final String OPERATOR_IDENTIFIER_END = ".gprs";

    private static final DiameterError UNABLE = Outcome.error(ResultCode.UNABLE_TO_COMPLY);

    private final ApnCatalogue catalogue;
    private final Instant now;

    NotifiedGateway(ApnCatalogue catalogue, long nowMillis) {
        this.catalogue = catalogue;
        this.now = Instant.ofEpochMilli(nowMillis);
    }

    /**
     * Stores or forgets the gateway, if {@code request} speaks of one. Needs PROFILE and DETAILS.
     *
     * @return the error when the APN is neither subscribed nor covered by a wildcard, or its gateway is provisioned
     */
    Optional<DiameterError> store(Message request, SubscriberState subscriber) {
        if ((request.integer32(Swm.EMERGENCY_SERVICES, 0) & EMERGENCY_INDICATION) != 0) {
            put(request, PdnGateway.EMERGENCY, OptionalInt.empty(), subscriber);
            return Optional.empty();
        }
        if (!request.has(S6a.CONTEXT_IDENTIFIER) && !request.has(Ietf.SERVICE_SELECTION)) {
            return request.has(Ietf.MIP6_AGENT_INFO)
                    ? Optional.of(UNABLE.withMessage("a PDN gateway without its APN"))
                    : Optional.empty();
        }
        var apns = SubscribedApn.of(subscriber.profile().orElseThrow(), catalogue);
        var name = networkIdentifier(request.text(Ietf.SERVICE_SELECTION));
        var subscribed = subscribed(apns, request, name);
        if (subscribed.isEmpty()) {
            return Optional.of(UNABLE.withMessage("the APN is not subscribed"));
        }
        var apn = subscribed.get();
        if (apn.hasStaticGateway()) {
            return Optional.of(UNABLE.withMessage("the PDN gateway of this APN is provisioned"));
        }
        var specific = apn.isWildcard() && !name.isEmpty() ? name : apn.apn().name();
        put(request, specific, OptionalInt.of(apn.contextId()), subscriber);
        return Optional.empty();
    }

    private void put(Message request, String apn, OptionalInt context, SubscriberState subscriber) {
        ActiveApns.gateway(request, apn, context, now)
                .filter(gateway ->
                        !gateway.host().isEmpty() || !gateway.addresses().isEmpty())
                .ifPresentOrElse(subscriber::putPdnGateway, () -> subscriber.removePdnGateway(apn));
    }

    /** The APN by its name; else by Context-Identifier, when no name is given; else the wildcard, which covers every name. */
    private static Optional<SubscribedApn> subscribed(List<SubscribedApn> apns, Message request, String name) {
        long context = request.unsigned32(S6a.CONTEXT_IDENTIFIER, 0);
        Optional<SubscribedApn> wildcard = Optional.empty();
        for (var apn : apns) {
            boolean meant = name.isEmpty()
                    ? apn.contextId() == context
                    : apn.apn().name().equalsIgnoreCase(name);
            if (meant) {
                return Optional.of(apn);
            }
            if (apn.isWildcard()) {
                wildcard = Optional.of(apn);
            }
        }
        return name.isEmpty() ? Optional.empty() : wildcard;
    }

    private static String networkIdentifier(String name) {
        int operator = name.indexOf(OPERATOR_IDENTIFIER);
        return operator > 0 && name.endsWith(OPERATOR_IDENTIFIER_END) ? name.substring(0, operator) : name;
    }
}
