// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.s6a.features.Feature;

/** Emergency-Info (TS 29.272 7.3.210): the PDN gateway of the emergency connection, which a handover must find again. */
final class EmergencyInfo {

    private EmergencyInfo() {}

    /** Adds the AVP when a node has notified such a gateway. */
    static void write(MessageWriter writer, Subscription subscription) {
        if (!subscription.features().has(Feature.EMERGENCY_SERVICE_CONTINUITY)) {
            return;
        }
        for (var gateway : subscription.gateways()) {
            if (gateway.isEmergency()) {
                writer.begin(S6a.EMERGENCY_INFO);
                PdnGatewayInfo.writeAgent(writer, gateway.addresses(), gateway.host(), gateway.realm());
                writer.end();
            }
        }
    }
}
