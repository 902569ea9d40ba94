// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.s6a.features.Feature;

/**
 * A part of the Subscription-Data AVP that can be sent alone when nothing else has changed (TS 29.272 5.2.2.1.3). In the order of the
 * wire.
 */
public enum SubscriptionPart {
    ACCESS_RESTRICTION((writer, subscription) ->
            writer.add(S6a.ACCESS_RESTRICTION_DATA, subscription.restrictions().mask())),
    /** Subscriber-Status and operator determined barring. */
    BARRING(BarringData::write),
    NETWORK_ACCESS_MODE(
            (writer, subscription) -> writer.add(S6a.NETWORK_ACCESS_MODE, subscription.networkAccessMode())),
    AMBR(SubscriptionPart::writeAmbr),
    RAU_TAU_TIMER((writer, subscription) -> addIfPresent(
            writer,
            S6a.SUBSCRIBED_PERIODIC_RAU_TAU_TIMER,
            subscription.profile().rauTauTimer())),
    /** APN-Configuration-Profile with all APNs. */
    APNS(ApnConfigurationProfile::write),
    /** MSISDN, A-MSISDN, STN-SR and External-Identifier. */
    NUMBERS(Numbers::write),
    REGIONAL_SUBSCRIPTION(RegionalSubscription::write),
    CHARGING_CHARACTERISTICS((writer, subscription) -> ChargingCharacteristics.write(
            writer, subscription.profile().options().chargingCharacteristics())),
    APN_OI_REPLACEMENT((writer, subscription) -> subscription
            .profile()
            .options()
            .apnOiReplacement()
            .ifPresent(replacement -> writer.add(S6a.APN_OI_REPLACEMENT, replacement))),
    /** ICS-Indicator and Subscribed-VSRVCC. */
    VOICE(SubscriptionPart::writeVoice),
    /** RAT-Frequency-Selection-Priority-ID and UE-Usage-Type. */
    RADIO(SubscriptionPart::writeRadio),
    /** MPS-Priority, Relay-Node-Indicator and Core-Network-Restrictions. */
    OPTIONS(SubscriptionPart::writeOptions),
    /** Teleservice-List, of nodes that are registered for SMS. */
    SMS(ShortMessages::write),
    EMERGENCY_INFO(EmergencyInfo::write),
    /** GPRS-Subscription-Data, of nodes that ask for it. */
    GPRS(SubscriptionPart::writeGprs);

    private static final int RELAY_NODE = 1;

    // Each writer is a method without state, which the check cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiConsumer<MessageWriter, Subscription> members;

    SubscriptionPart(BiConsumer<MessageWriter, Subscription> members) {
        this.members = members;
    }

    /** The name in calls: lower case with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part of that name. */
    public static Optional<SubscriptionPart> named(String label) {
        for (var part : values()) {
            if (part.label().equals(label)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    void write(MessageWriter writer, Subscription subscription) {
        members.accept(writer, subscription);
    }

    private static void writeAmbr(MessageWriter writer, Subscription subscription) {
        var profile = subscription.profile();
        Ambr.write(
                writer,
                profile.maxBitRateUp(),
                profile.maxBitRateDown(),
                profile.radio().extendedUp(),
                profile.radio().extendedDown());
    }

    private static void writeVoice(MessageWriter writer, Subscription subscription) {
        var voice = subscription.profile().voice();
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

    private static void writeOptions(MessageWriter writer, Subscription subscription) {
        var profile = subscription.profile();
        addIfPresent(writer, S6a.MPS_PRIORITY, profile.options().multimediaPriority());
        if (profile.options().relayNode()) {
            writer.add(S6a.RELAY_NODE_INDICATOR, RELAY_NODE);
        }
        addIfPresent(
                writer, S6a.CORE_NETWORK_RESTRICTIONS, profile.restrictions().coreNetwork());
    }

    private static void writeGprs(MessageWriter writer, Subscription subscription) {
        if (subscription.gprs()) {
            GprsSubscriptionData.write(writer, subscription);
        }
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
