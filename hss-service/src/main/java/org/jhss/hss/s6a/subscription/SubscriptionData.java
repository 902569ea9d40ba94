// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.s6a.features.Feature;
import org.jhss.store.work.Profile;

/**
 * The Subscription-Data AVP (TS 29.272 7.3.2), complete, as Update-Location-Answer and Insert-Subscriber-Data-Request carry it. What
 * PyHSS sends comes first and in its order.
 */
public final class SubscriptionData {

    private static final int RELAY_NODE = 1;

    private SubscriptionData() {}

    /** Adds the AVP. */
    public static void write(MessageWriter writer, Subscription subscription) {
        writer.begin(S6a.SUBSCRIPTION_DATA);
        writeMembers(writer, subscription);
        writer.end();
    }

    private static void writeMembers(MessageWriter writer, Subscription subscription) {
        var profile = subscription.profile();
        writer.add(S6a.ACCESS_RESTRICTION_DATA, subscription.restrictions().mask());
        BarringData.write(writer, subscription);
        writer.add(S6a.NETWORK_ACCESS_MODE, subscription.networkAccessMode());
        Ambr.write(
                writer,
                profile.maxBitRateUp(),
                profile.maxBitRateDown(),
                profile.radio().extendedUp(),
                profile.radio().extendedDown());
        addIfPresent(writer, S6a.SUBSCRIBED_PERIODIC_RAU_TAU_TIMER, profile.rauTauTimer());
        ApnConfigurationProfile.write(writer, subscription);
        Numbers.write(writer, subscription);
        RegionalSubscription.write(writer, subscription);
        ChargingCharacteristics.write(writer, profile.options().chargingCharacteristics());
        profile.options().apnOiReplacement().ifPresent(replacement -> writer.add(S6a.APN_OI_REPLACEMENT, replacement));
        writeVoice(writer, profile.voice());
        writeRadio(writer, subscription);
        writeOptions(writer, profile);
        ShortMessages.write(writer, subscription);
        EmergencyInfo.write(writer, subscription);
        if (subscription.gprs()) {
            GprsSubscriptionData.write(writer, subscription);
        }
    }

    private static void writeVoice(MessageWriter writer, Profile.Voice voice) {
        voice.ics().ifPresent(allowed -> writer.add(S6a.ICS_INDICATOR, allowed ? 1 : 0));
        addIfPresent(writer, S6a.SUBSCRIBED_VSRVCC, voice.vsrvcc());
    }

    private static void writeRadio(MessageWriter writer, Subscription subscription) {
        var radio = subscription.profile().radio();
        addIfPresent(writer, S6a.RAT_FREQUENCY_SELECTION_PRIORITY_ID, radio.rfspIndex());
        if (subscription.features().has(Feature.DEDICATED_CORE_NETWORKS)) {
            addIfPresent(writer, S6a.UE_USAGE_TYPE, radio.ueUsageType());
        }
    }

    private static void writeOptions(MessageWriter writer, Profile profile) {
        addIfPresent(writer, S6a.MPS_PRIORITY, profile.options().multimediaPriority());
        if (profile.options().relayNode()) {
            writer.add(S6a.RELAY_NODE_INDICATOR, RELAY_NODE);
        }
        addIfPresent(
                writer, S6a.CORE_NETWORK_RESTRICTIONS, profile.restrictions().coreNetwork());
    }

    private static void addIfPresent(MessageWriter writer, AvpDefinition avp, OptionalInt value) {
        if (value.isPresent()) {
            writer.add(avp, value.getAsInt());
        }
    }

    private static void addIfPresent(MessageWriter writer, AvpDefinition avp, OptionalLong value) {
        if (value.isPresent()) {
            writer.add(avp, value.getAsLong());
        }
    }
}
