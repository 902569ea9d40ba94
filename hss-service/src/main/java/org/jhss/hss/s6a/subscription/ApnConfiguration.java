// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.OptionalInt;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Charging;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6t;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.store.reference.ApnProfile;

/** The APN-Configuration AVP (TS 29.272 7.3.35). */
final class ApnConfiguration {

    private static final int MOST_ADDRESSES = 2;
    private static final int TRUE = 1;

    /** Enumerated values of Pre-emption-Capability and -Vulnerability (TS 29.212 5.3.46, 5.3.47). */
    private static final int PRE_EMPTION_ENABLED = 0;

    private static final int PRE_EMPTION_DISABLED = 1;

    private ApnConfiguration() {}

    static void write(MessageWriter writer, SubscribedApn subscribed, Subscription subscription) {
        var apn = subscribed.apn();
        writer.begin(S6a.APN_CONFIGURATION)
                .add(S6a.CONTEXT_IDENTIFIER, subscribed.contextId())
                .add(S6a.PDN_TYPE, subscribed.pdnType().wireValue());
        Ambr.write(
                writer,
                apn.maxBitRateUp(),
                apn.maxBitRateDown(),
                apn.extras().extendedUp(),
                apn.extras().extendedDown());
        writer.add(Ietf.SERVICE_SELECTION, apn.name());
        writeQos(writer, apn.qos());
        writeAddresses(writer, apn, subscription);
        writeGateway(writer, subscribed, subscription);
        ChargingCharacteristics.write(writer, apn.chargingCharacteristics());
        writeExtras(writer, apn.extras());
        if (subscribed.pdnType() == PdnType.NON_IP) {
            writeNonIp(writer, apn.nidd());
        }
        writer.end();
    }

    private static void writeQos(MessageWriter writer, ApnProfile.Qos qos) {
        writer.begin(S6a.EPS_SUBSCRIBED_QOS_PROFILE)
                .add(Gx.QOS_CLASS_IDENTIFIER, qos.qci())
                .begin(Gx.ALLOCATION_RETENTION_PRIORITY)
                .add(Gx.PRIORITY_LEVEL, qos.priority())
                .add(Gx.PRE_EMPTION_CAPABILITY, preEmption(qos.mayPreempt()))
                .add(Gx.PRE_EMPTION_VULNERABILITY, preEmption(qos.preemptable()))
                .end()
                .end();
    }

    private static int preEmption(boolean enabled) {
        return enabled ? PRE_EMPTION_ENABLED : PRE_EMPTION_DISABLED;
    }

    private static void writeAddresses(MessageWriter writer, ApnProfile apn, Subscription subscription) {
        int count = 0;
        for (var address : subscription.addresses()) {
            if (address.apnId() == apn.id() && count < MOST_ADDRESSES) {
                var parsed = Addresses.parse(address.address());
                if (parsed.isPresent()) {
                    writer.add(Charging.SERVED_PARTY_IP_ADDRESS, parsed.get());
                    count++;
                }
            }
        }
    }

    /** A provisioned gateway is final unless it is provisioned as dynamic: then a notified one counts, and the other until there is one. */
    private static void writeGateway(MessageWriter writer, SubscribedApn subscribed, Subscription subscription) {
        var apn = subscribed.apn();
        boolean notified = false;
        if (!PdnGatewayInfo.isStatic(apn)) {
            for (var gateway : subscription.gateways()) {
                if (gateway.apn().equalsIgnoreCase(apn.name())) {
                    PdnGatewayInfo.writeDynamic(writer, gateway);
                    notified = true;
                } else if (subscribed.isWildcard()
                        && !gateway.isEmergency()
                        && !isSubscribed(gateway.apn(), subscription)) {
                    PdnGatewayInfo.writeSpecific(writer, gateway);
                }
            }
        }
        if (!notified && PdnGatewayInfo.isProvisioned(apn)) {
            PdnGatewayInfo.writeProvisioned(writer, apn);
            addIfPresent(writer, S6a.PDN_GW_ALLOCATION_TYPE, apn.extras().allocationType());
        }
    }

    private static boolean isSubscribed(String name, Subscription subscription) {
        for (var subscribed : subscription.apns()) {
            if (subscribed.apn().name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static void writeExtras(MessageWriter writer, ApnProfile.Extras extras) {
        extras.vplmnDynamicAddressAllowed()
                .ifPresent(allowed -> writer.add(S6a.VPLMN_DYNAMIC_ADDRESS_ALLOWED, allowed ? 1 : 0));
        extras.apnOiReplacement().ifPresent(replacement -> writer.add(S6a.APN_OI_REPLACEMENT, replacement));
        addIfPresent(writer, S6a.SIPTO_PERMISSION, extras.siptoPermission());
        addIfPresent(writer, S6a.LIPA_PERMISSION, extras.lipaPermission());
        addIfPresent(writer, S6a.RESTORATION_PRIORITY, extras.restorationPriority());
    }

    /** Empty columns are left out: PyHSS sends the text "None". */
    private static void writeNonIp(MessageWriter writer, ApnProfile.Nidd nidd) {
        writer.add(S6a.NON_IP_PDN_TYPE_INDICATOR, TRUE);
        addIfPresent(writer, S6a.NON_IP_DATA_DELIVERY_MECHANISM, nidd.mechanism());
        addIfPresent(writer, S6t.SCEF_ID, nidd.scefId().orElse(""));
        addIfPresent(writer, S6a.SCEF_REALM, nidd.scefRealm().orElse(""));
        addIfPresent(writer, S6a.PREFERRED_DATA_MODE, nidd.preferredDataMode());
        addIfPresent(writer, S6a.RDS_INDICATOR, nidd.rds());
    }

    private static void addIfPresent(MessageWriter writer, AvpDefinition avp, OptionalInt value) {
        if (value.isPresent()) {
            writer.add(avp, value.getAsInt());
        }
    }

    private static void addIfPresent(MessageWriter writer, AvpDefinition avp, String value) {
        if (!value.isEmpty()) {
            writer.add(avp, value);
        }
    }
}
