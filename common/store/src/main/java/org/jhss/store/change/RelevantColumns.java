// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.Set;
import java.util.TreeSet;

/** Which columns serving nodes, or their right to serve, depend on. */
public final class RelevantColumns {

    private static final Set<String> SUBSCRIBER = Set.of(
            "enabled",
            "auc_id",
            "default_apn",
            "apn_list",
            "msisdn",
            "ue_ambr_dl",
            "ue_ambr_ul",
            "nam",
            "roaming_enabled",
            "roaming_rule_list",
            "subscribed_rau_tau_timer",
            "operator_determined_barring",
            "hplmn_odb",
            "access_restriction",
            "core_network_restrictions",
            "stn_sr",
            "a_msisdn",
            "ics_indicator",
            "regional_zone_codes",
            "rfsp_index",
            "charging_characteristics",
            "apn_oi_replacement",
            "ue_usage_type",
            "ue_ambr_dl_kbps",
            "ue_ambr_ul_kbps",
            "external_identifier",
            "mps_priority",
            "subscribed_vsrvcc",
            "relay_node",
            "sms_in_mme",
            NetworkChange.ATTRIBUTES,
            NetworkChange.ROUTING);

    /** Not the rules of charging, which the PGW asks for over Gx. */
    private static final Set<String> NOT_OF_APN = Set.of("charging_rule_list", "last_modified", "updated_at");

    /** The sequence number, AMF and what is known of the card change no key. */
    private static final Set<String> KEYS = Set.of(
            "ki",
            "opc",
            "algo",
            "algorithm",
            "milenage_constants",
            "milenage_rotations",
            "keccak_iterations",
            "mac_length",
            "res_length",
            "ck_length",
            "ik_length",
            "k",
            "op");

    private RelevantColumns() {}

    static Set<String> ofSubscriber(Set<String> columns) {
        var relevant = new TreeSet<>(columns);
        relevant.retainAll(SUBSCRIBER);
        return relevant;
    }

    static Set<String> ofApn(Set<String> columns) {
        var relevant = new TreeSet<>(columns);
        relevant.removeAll(NOT_OF_APN);
        return relevant;
    }

    /** Whether keys are among {@code columns}. */
    public static boolean hasKeys(Set<String> columns) {
        return !ofKeys(columns).isEmpty();
    }

    static Set<String> ofKeys(Set<String> columns) {
        var relevant = new TreeSet<>(columns);
        relevant.retainAll(KEYS);
        return relevant;
    }
}
