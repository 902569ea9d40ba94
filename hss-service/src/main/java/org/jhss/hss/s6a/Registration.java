// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Slh;
import org.jhss.diameter.message.Message;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.s6a.features.Feature;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.identity.Imei;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Tbcd;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.Profile;
import org.jhss.store.work.ServingNode;

/** Reads from an Update-Location-Request where the subscriber is now. */
final class Registration {

    /** SMS-Register-Request (TS 29.272 7.3.162). */
    private static final int SMS_REGISTRATION_NOT_PREFERRED = 1;

    private final PeerHost ownHost;

    Registration(PeerHost ownHost) {
        this.ownHost = ownHost;
    }

    /** The registration that the request asks for. */
    ServingNode read(RequestContext context, UlrFlags flags, SupportedFeatures features, Profile profile) {
        var request = context.request();
        return new ServingNode(
                flags.nodeType(),
                address(context),
                Instant.ofEpochMilli(context.nowMillis()),
                false,
                flags.bits(),
                enumerated(request, Gx.RAT_TYPE),
                Requests.visitedPlmn(request),
                new ServingNode.Capabilities(
                        features.list1().orElse(0L),
                        features.list2().orElse(0L),
                        enumerated(request, S6a.UE_SRVCC_CAPABILITY),
                        enumerated(request, S6a.HOMOGENEOUS_SUPPORT_OF_IMS_VOICE_OVER_PS_SESSIONS)),
                terminal(request),
                sms(request, flags, features, profile),
                false,
                ServingNode.Alerts.NONE);
    }

    /** PyHSS's form of the peer, which its tools and other sites read: the adjacent peer and this HSS. */
    private ServingNode.Address address(RequestContext context) {
        var request = context.request();
        return new ServingNode.Address(
                request.text(Base.ORIGIN_HOST),
                request.text(Base.ORIGIN_REALM),
                context.peer().value() + ";" + ownHost.value(),
                "");
    }

    private static Optional<Imei> terminal(Message request) {
        var information = request.find(S6a.TERMINAL_INFORMATION);
        return Imei.parse(information.text(S6a.IMEI), information.text(S6a.SOFTWARE_VERSION));
    }

    /** 5.2.1.1.3: an MME that asks for it, and can, is registered for SMS when the subscription allows SMS in MME. */
    private static ServingNode.Sms sms(Message request, UlrFlags flags, SupportedFeatures features, Profile profile) {
        var mmeNumber = digits(request, S6a.MME_NUMBER_FOR_MT_SMS);
        int wish = request.enumerated(S6a.SMS_REGISTER_REQUEST, SMS_REGISTRATION_NOT_PREFERRED);
        boolean registered = flags.nodeType() == NodeType.MME
                && profile.options().smsInMme()
                && features.has(Feature.SMS_IN_MME)
                && !mmeNumber.isEmpty()
                && (flags.isSmsOnly() || wish != SMS_REGISTRATION_NOT_PREFERRED);
        return new ServingNode.Sms(
                registered,
                mmeNumber,
                digits(request, S6a.SGSN_NUMBER),
                request.find(Slh.GMLC_ADDRESS)
                        .address()
                        .map(address -> address.getHostAddress())
                        .orElse(""));
    }

    private static String digits(Message request, AvpDefinition number) {
        var avp = request.find(number);
        return avp.isAbsent()
                ? ""
                : Tbcd.decode(avp.buffer(), avp.valueOffset(), avp.valueLength())
                        .orElse("");
    }

    private static OptionalInt enumerated(Message request, AvpDefinition avp) {
        var found = request.find(avp);
        return found.isAbsent() ? OptionalInt.empty() : OptionalInt.of(found.enumerated());
    }
}
