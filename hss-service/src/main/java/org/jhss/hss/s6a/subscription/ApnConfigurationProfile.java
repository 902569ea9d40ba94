// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/** The APN-Configuration-Profile AVP (TS 29.272 7.3.34): all APNs that the node can use. */
final class ApnConfigurationProfile {

    private static final int ALL_INCLUDED = 0;

    private ApnConfigurationProfile() {}

    /**
     * Adds the AVP; nothing when there is no usable APN. The profile's Context-Identifier names the default APN, or the first usable one
     * where the node cannot use that; Additional-Context-Identifier the first of the other kind, IP or non-IP (7.3.34).
     */
    static void write(MessageWriter writer, Subscription subscription) {
        if (!subscription.hasUsableApn()) {
            return;
        }
        writer.begin(S6a.APN_CONFIGURATION_PROFILE);
        writeDefaults(writer, subscription);
        writer.add(S6a.ALL_APN_CONFIGURATIONS_INCLUDED_INDICATOR, ALL_INCLUDED);
        for (var apn : subscription.apns()) {
            if (apn.isUsableWith(subscription.features())) {
                ApnConfiguration.write(writer, apn, subscription);
            }
        }
        writer.end();
    }

    private static void writeDefaults(MessageWriter writer, Subscription subscription) {
        boolean first = true;
        boolean nonIp = false;
        for (var apn : subscription.apns()) {
            if (!apn.isUsableWith(subscription.features())) {
                continue;
            }
            if (first) {
                first = false;
                nonIp = apn.pdnType() == PdnType.NON_IP;
                writer.add(S6a.CONTEXT_IDENTIFIER, apn.contextId());
            } else if (nonIp != (apn.pdnType() == PdnType.NON_IP)) {
                writer.add(S6a.ADDITIONAL_CONTEXT_IDENTIFIER, apn.contextId());
                return;
            }
        }
    }
}
