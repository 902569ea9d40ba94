// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.s6a.features.Feature;

/** Regional-Subscription-Zone-Code (TS 29.272 7.3.44). */
final class RegionalSubscription {

    private static final int RESTRICTED = 0;
    private static final int MOST_ZONES = 10;
    private static final int ZONE_OCTETS = 2;

    private RegionalSubscription() {}

    /**
     * Adds the zones. A node that does not know the feature is told that the subscriber may not roam there for that reason (7.3.10: it
     * must not get the zones).
     */
    static void write(MessageWriter writer, Subscription subscription) {
        var zones = zones(subscription.profile().restrictions().regionalZones());
        if (zones.isEmpty()) {
            return;
        }
        if (!subscription.features().has(Feature.REG_SUB)) {
            writer.add(S6a.ROAMING_RESTRICTED_DUE_TO_UNSUPPORTED_FEATURE, RESTRICTED);
            return;
        }
        zones.forEach(zone -> writer.add(S6a.REGIONAL_SUBSCRIPTION_ZONE_CODE, zone));
    }

    private static List<byte[]> zones(List<String> stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        var zones = new ArrayList<byte[]>();
        for (var text : stored) {
            if (text.length() == 2 * ZONE_OCTETS
                    && text.chars().allMatch(HexFormat::isHexDigit)
                    && zones.size() < MOST_ZONES) {
                zones.add(HexFormat.of().parseHex(text));
            }
        }
        return zones;
    }
}
