// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jhss.hss.s6a.originated.Withdrawal;
import org.jhss.hss.s6a.subscription.SubscriptionPart;
import org.jhss.store.change.NetworkChange;
import org.jhss.store.change.WideChanges;
import org.jhss.store.work.Profile;

/**
 * What a changed column means for a serving node: the part of the subscription that it gets anew (TS 29.272 5.2.2.1) or, where the data is
 * gone and the absence of its AVP would mean "as before", what is taken from it (5.2.2.2).
 *
 * @param part what is inserted while the subscriber has such data
 * @param withdrawal what is deleted when it has none; empty where inserting tells that, too
 * @param isThere whether it has
 */
record SubscriptionColumn(SubscriptionPart part, Optional<Withdrawal> withdrawal, Predicate<Profile> isThere) {

    private static final Map<String, SubscriptionColumn> COLUMNS = Map.ofEntries(
            Map.entry("default_apn", of(SubscriptionPart.APNS)),
            Map.entry("apn_list", of(SubscriptionPart.APNS)),
            Map.entry(WideChanges.APN, of(SubscriptionPart.APNS)),
            Map.entry(NetworkChange.ROUTING, of(SubscriptionPart.APNS)),
            Map.entry(
                    "msisdn",
                    of(
                            SubscriptionPart.NUMBERS,
                            Withdrawal.MSISDN,
                            profile -> profile.msisdn().isPresent())),
            Map.entry(
                    "a_msisdn",
                    of(
                            SubscriptionPart.NUMBERS,
                            Withdrawal.A_MSISDN,
                            profile -> profile.voice().correlationMsisdn().isPresent())),
            Map.entry(
                    "stn_sr",
                    of(
                            SubscriptionPart.NUMBERS,
                            Withdrawal.STN_SR,
                            profile -> profile.voice().stnSr().isPresent())),
            Map.entry(
                    "external_identifier",
                    of(
                            SubscriptionPart.NUMBERS,
                            Withdrawal.EXTERNAL_IDENTIFIER,
                            profile -> profile.options().externalIdentifier().isPresent())),
            Map.entry("ue_ambr_dl", of(SubscriptionPart.AMBR)),
            Map.entry("ue_ambr_ul", of(SubscriptionPart.AMBR)),
            Map.entry("ue_ambr_dl_kbps", of(SubscriptionPart.AMBR)),
            Map.entry("ue_ambr_ul_kbps", of(SubscriptionPart.AMBR)),
            Map.entry("nam", of(SubscriptionPart.NETWORK_ACCESS_MODE)),
            Map.entry(
                    "subscribed_rau_tau_timer",
                    of(
                            SubscriptionPart.RAU_TAU_TIMER,
                            Withdrawal.RAU_TAU_TIMER,
                            profile -> profile.rauTauTimer().isPresent())),
            Map.entry("operator_determined_barring", of(SubscriptionPart.BARRING)),
            Map.entry("hplmn_odb", of(SubscriptionPart.BARRING)),
            Map.entry("access_restriction", of(SubscriptionPart.ACCESS_RESTRICTION)),
            Map.entry(NetworkChange.ATTRIBUTES, of(SubscriptionPart.ACCESS_RESTRICTION)),
            Map.entry("core_network_restrictions", of(SubscriptionPart.OPTIONS)),
            Map.entry("mps_priority", of(SubscriptionPart.OPTIONS)),
            Map.entry("relay_node", of(SubscriptionPart.OPTIONS)),
            Map.entry("ics_indicator", of(SubscriptionPart.VOICE)),
            Map.entry(
                    "subscribed_vsrvcc",
                    of(
                            SubscriptionPart.VOICE,
                            Withdrawal.VSRVCC,
                            profile -> profile.voice().vsrvcc().isPresent())),
            Map.entry(
                    "regional_zone_codes",
                    of(
                            SubscriptionPart.REGIONAL_SUBSCRIPTION,
                            Withdrawal.REGIONAL_SUBSCRIPTION,
                            profile -> !profile.restrictions().regionalZones().isEmpty())),
            Map.entry("rfsp_index", of(SubscriptionPart.RADIO)),
            Map.entry(
                    "ue_usage_type",
                    of(
                            SubscriptionPart.RADIO,
                            Withdrawal.UE_USAGE_TYPE,
                            profile -> profile.radio().ueUsageType().isPresent())),
            Map.entry(
                    "charging_characteristics",
                    of(
                            SubscriptionPart.CHARGING_CHARACTERISTICS,
                            Withdrawal.CHARGING_CHARACTERISTICS,
                            profile ->
                                    profile.options().chargingCharacteristics().isPresent())),
            Map.entry(
                    "apn_oi_replacement",
                    of(
                            SubscriptionPart.APN_OI_REPLACEMENT,
                            Withdrawal.APN_OI_REPLACEMENT,
                            profile -> profile.options().apnOiReplacement().isPresent())),
            Map.entry("sms_in_mme", of(SubscriptionPart.SMS)));

    /** The meaning of {@code column}; empty when no node has it. */
    static Optional<SubscriptionColumn> named(String column) {
        return Optional.ofNullable(COLUMNS.get(column));
    }

    /** Whether it concerns which APNs there are and what they are like. */
    boolean isOfApns() {
        return part == SubscriptionPart.APNS;
    }

    private static SubscriptionColumn of(SubscriptionPart part) {
        return new SubscriptionColumn(part, Optional.empty(), profile -> true);
    }

    private static SubscriptionColumn of(SubscriptionPart part, Withdrawal withdrawal, Predicate<Profile> isThere) {
        return new SubscriptionColumn(part, Optional.of(withdrawal), isThere);
    }
}
