// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.OptionalInt;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Nor;
import org.jhss.diameter.message.Message;
import org.jhss.identity.Imei;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;

/**
 * What a Notify-Request changes of the registration it speaks for (TS 29.272 5.2.5.1.3). SGSN area restricted, Ready for SM,
 * Alert-Reason and Maximum-UE-Availability-Time change nothing here: they are for who delivers short messages.
 */
final class NotifiedNode {

    private NotifiedNode() {}

    /** The registration after {@code request}; {@code node} itself when nothing has changed. */
    static ServingNode update(ServingNode node, Message request) {
        int flags = request.integer32(S6a.NOR_FLAGS, 0);
        var updated = terminal(node, request).withCapabilities(capabilities(node.capabilities(), request, flags));
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

    private static ServingNode.Sms withoutMme(ServingNode.Sms sms) {
        return new ServingNode.Sms(false, "", sms.sgsnNumber(), sms.gmlcAddress());
    }
}
