// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;

/** Which columns are shown. */
final class UsualColumns {

    private static final String ALL = "all";

    private UsualColumns() {}

    /** Those that a list shows when nobody says which. */
    static List<Column> of(ResourceType type) {
        return List.copyOf(columns(type, names(type)));
    }

    /**
     * Those that {@code names} say; {@code all} stands for every one.
     *
     * @return empty when one of them is no column
     */
    static Optional<List<Column>> named(ResourceType type, List<String> names) {
        if (names.equals(List.of(ALL))) {
            return Optional.of(type.columns());
        }
        var found = columns(type, names);
        return found.size() == new LinkedHashSet<>(names).size() ? Optional.of(found) : Optional.empty();
    }

    private static List<Column> columns(ResourceType type, List<String> names) {
        var found = new ArrayList<Column>();
        for (var name : new LinkedHashSet<>(names)) {
            type.column(name).ifPresent(found::add);
        }
        return found;
    }

    private static List<String> names(ResourceType type) {
        return switch (type) {
            case APN -> List.of("apn_id", "apn", "ip_version", "qci", "arp_priority", "apn_ambr_dl", "apn_ambr_ul");
            case AUC -> List.of("auc_id", "imsi", "iccid", "ki", "opc", "amf", "sqn", "algorithm", "sim_vendor");
            case SUBSCRIBER ->
                List.of(
                        "subscriber_id",
                        "imsi",
                        "msisdn",
                        "enabled",
                        "auc_id",
                        "default_apn",
                        "apn_list",
                        "serving_mme");
            case SUBSCRIBER_ROUTING ->
                List.of("subscriber_routing_id", "subscriber_id", "apn_id", "ip_version", "ip_address");
            case IMS_SUBSCRIBER ->
                List.of("ims_subscriber_id", "imsi", "msisdn", "msisdn_list", "ifc_path", "scscf", "pcscf");
            case TFT -> List.of("tft_id", "tft_group_id", "direction", "tft_string");
            case CHARGING_RULE ->
                List.of(
                        "charging_rule_id",
                        "rule_name",
                        "qci",
                        "arp_priority",
                        "mbr_dl",
                        "mbr_ul",
                        "gbr_dl",
                        "gbr_ul",
                        "tft_group_id");
            case EIR -> List.of("eir_id", "imei", "imsi", "regex_mode", "match_response_code");
            case EIR_HISTORY ->
                List.of("imsi_imei_history_id", "imsi_imei", "match_response_code", "imsi_imei_timestamp");
            case SUBSCRIBER_ATTRIBUTES -> List.of("subscriber_attributes_id", "subscriber_id", "key", "value");
            case ROAMING_NETWORK -> List.of("roaming_network_id", "name", "preference", "mcc", "mnc");
            case ROAMING_RULE -> List.of("roaming_rule_id", "roaming_network_id", "allow", "enabled");
            case EMERGENCY_SUBSCRIBER ->
                List.of("emergency_subscriber_id", "imsi", "ip", "serving_pgw", "serving_pcscf");
            case SERVING_APN ->
                List.of(
                        "serving_apn_id",
                        "subscriber_id",
                        "apn",
                        "subscriber_routing",
                        "serving_pgw",
                        "serving_pgw_timestamp");
            case OPERATION_LOG -> List.of("id", "timestamp", "operation", "table_name", "item_id", "operation_id");
        };
    }
}
