// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Nor;
import org.jhss.diameter.dictionary.S6c;
import org.jhss.diameter.message.Message;
import org.jhss.identity.Imei;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;

/** What a Notify-Request changes of the registration it speaks for (TS 29.272 5.2.5.1.3). */
final class NotifiedNode {

    private NotifiedNode() {}

    /** The registration after {@code request}, which came at {@code now}; equal to {@code node} when nothing has changed. */
    static ServingNode update(ServingNode node, Message request, Instant now) {
        int flags = request.integer32(S6a.NOR_FLAGS, 0);
        var updated = terminal(node, request)
                .withCapabilities(capabilities(node.capabilities(), request, flags))
                .withAlerts(alerts(node, request, flags, now));
        int reachable = node.type() == NodeType.MME ? Nor.UE_REACHABLE_FROM_MME : Nor.UE_REACHABLE_FROM_SGSN;
        if ((flags & reachable) != 0) {
            updated = updated.withReachabilityRequested(false);
        }
        if (node.type() == NodeType.MME && (flags & Nor.REMOVAL_OF_MME_REGISTRATION_FOR_SMS) != 0) {
            updated = updated.withSms(withoutMme(node.sms()));
        }
        return updated;
    }

    private static ServingNode terminal(ServingNode node, Message request) {
        var information = request.find(S6a.TERMINAL_INFORMATION);
        return Imei.parse(information.text(S6a.IMEI), information.text(S6a.SOFTWARE_VERSION))
                .map(node::withTerminal)
                .orElse(node);
    }

    private static ServingNode.Capabilities capabilities(ServingNode.Capabilities known, Message request, int flags) {
        var srvcc = request.find(S6a.UE_SRVCC_CAPABILITY);
        return new ServingNode.Capabilities(
                known.features1(),
                known.features2(),
                srvcc.isPresent() ? OptionalInt.of(srvcc.enumerated()) : known.ueSrvcc(),
                homogeneousVoice(known, request, flags));
    }

    /** 7.3.49: the flag without the AVP says that the support is unknown from now on. */
    private static OptionalInt homogeneousVoice(ServingNode.Capabilities known, Message request, int flags) {
        var support = request.find(S6a.HOMOGENEOUS_SUPPORT_OF_IMS_VOICE_OVER_PS_SESSIONS);
        if (support.isPresent()) {
            return OptionalInt.of(support.enumerated());
        }
        boolean changed = (flags & Nor.HOMOGENEOUS_SUPPORT_OF_IMS_VOICE_OVER_PS_SESSIONS) != 0;
        return changed ? OptionalInt.empty() : known.homogeneousImsVoice();
    }

    /**
     * 5.2.5.1.2: an alert, which is a flag with its reason, replaces the one before as a whole, for the time until which the terminal is
     * available belongs to it. That time may also come when the terminal is merely reachable. No message takes back what the flags say.
     */
    private static ServingNode.Alerts alerts(ServingNode node, Message request, int flags, Instant now) {
        var known = node.alerts();
        boolean sgsn = node.type() == NodeType.SGSN;
        boolean ready = (flags & (sgsn ? Nor.READY_FOR_SM_FROM_SGSN : Nor.READY_FOR_SM_FROM_MME)) != 0;
        boolean restricted = known.areaRestricted() || (sgsn && (flags & Nor.SGSN_AREA_RESTRICTED) != 0);
        var reason = request.find(S6a.ALERT_REASON);
        var until = request.find(S6c.MAXIMUM_UE_AVAILABILITY_TIME).time();
        if (ready || reason.isPresent()) {
            return new ServingNode.Alerts(
                    ready || known.readyForSm(),
                    reason.isPresent() ? OptionalInt.of(reason.enumerated()) : OptionalInt.empty(),
                    Optional.of(now),
                    until,
                    restricted);
        }
        return new ServingNode.Alerts(
                known.readyForSm(),
                known.reason(),
                known.at(),
                until.isPresent() ? until : known.availableUntil(),
                restricted);
    }

    private static ServingNode.Sms withoutMme(ServingNode.Sms sms) {
        return new ServingNode.Sms(false, "", sms.sgsnNumber(), sms.gmlcAddress());
    }
}
