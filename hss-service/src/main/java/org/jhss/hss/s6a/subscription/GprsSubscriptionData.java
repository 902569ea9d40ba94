// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.HexFormat;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/**
 * The GPRS-Subscription-Data AVP (TS 29.272 7.3.70): the APNs as PDP contexts, for an SGSN that asks for them. A non-IP APN is left
 * out: its PDP type needs data that is not provisioned.
 */
final class GprsSubscriptionData {

    private static final int ALL_INCLUDED = 0;
    private static final int MOST_CONTEXTS = 50;

    /** PDP-Type (TS 29.002 17.7.1): organisation IETF, then the number of TS 29.060 7.7.27. */
    private static final byte[] IPV4 = HexFormat.of().parseHex("f121");

    private static final byte[] IPV6 = HexFormat.of().parseHex("f157");
    private static final byte[] IPV4V6 = HexFormat.of().parseHex("f18d");

    /**
     * QoS-Subscribed (TS 29.002 17.7.1; octets 3 to 5 of TS 24.008 10.5.6.5): delay class 4, reliability class 3, peak throughput class
     * 9, precedence class 2, mean throughput best effort. What PDP contexts get beyond that is the AMBR's business.
     */
    private static final byte[] BEST_EFFORT = HexFormat.of().parseHex("23921f");

    private GprsSubscriptionData() {}

    /** Adds the AVP; nothing when no APN is an IP one. */
    static void write(MessageWriter writer, Subscription subscription) {
        int contexts = 0;
        for (var apn : subscription.apns()) {
            if (apn.pdnType() == PdnType.NON_IP || contexts == MOST_CONTEXTS) {
                continue;
            }
            if (contexts++ == 0) {
                writer.begin(S6a.GPRS_SUBSCRIPTION_DATA).add(S6a.COMPLETE_DATA_LIST_INCLUDED_INDICATOR, ALL_INCLUDED);
            }
            writeContext(writer, apn);
        }
        if (contexts > 0) {
            writer.end();
        }
    }

    private static void writeContext(MessageWriter writer, SubscribedApn subscribed) {
        var apn = subscribed.apn();
        writer.begin(S6a.PDP_CONTEXT)
                .add(S6a.CONTEXT_IDENTIFIER, subscribed.contextId())
                .add(S6a.PDP_TYPE, subscribed.pdnType() == PdnType.IPV6 ? IPV6 : IPV4)
                .add(S6a.QOS_SUBSCRIBED, BEST_EFFORT)
                .add(Ietf.SERVICE_SELECTION, apn.name());
        ChargingCharacteristics.write(writer, apn.chargingCharacteristics());
        apn.extras()
                .vplmnDynamicAddressAllowed()
                .ifPresent(allowed -> writer.add(S6a.VPLMN_DYNAMIC_ADDRESS_ALLOWED, allowed ? 1 : 0));
        if (subscribed.pdnType() == PdnType.IPV4V6) {
            writer.add(S6a.EXT_PDP_TYPE, IPV4V6);
        }
        Ambr.write(
                writer,
                apn.maxBitRateUp(),
                apn.maxBitRateDown(),
                apn.extras().extendedUp(),
                apn.extras().extendedDown());
        apn.extras().apnOiReplacement().ifPresent(replacement -> writer.add(S6a.APN_OI_REPLACEMENT, replacement));
        writer.end();
    }
}
