// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What changed in PyHSS's tables from release to release, as data. */
final class PyhssSchema {

    /** The highest {@code database_schema_version.upgrade_id} known; PyHSS's services refuse to run with a higher one. */
    static final int VERSION = 1;

    /** A column that a later release added. */
    record Addition(String table, String column, String type, String references) {

        Addition(String table, String column, String type) {
            this(table, column, type, "");
        }
    }

    /** Every table of PyHSS with the column that tells it from a stranger's of the same name: its primary key. */
    static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("database_schema_version", "upgrade_id"),
            Map.entry("apn", "apn_id"),
            Map.entry("auc", "auc_id"),
            Map.entry("subscriber", "subscriber_id"),
            Map.entry("subscriber_routing", "subscriber_routing_id"),
            Map.entry("serving_apn", "serving_apn_id"),
            Map.entry("ims_subscriber", "ims_subscriber_id"),
            Map.entry("roaming_network", "roaming_network_id"),
            Map.entry("roaming_rule", "roaming_rule_id"),
            Map.entry("emergency_subscriber", "emergency_subscriber_id"),
            Map.entry("charging_rule", "charging_rule_id"),
            Map.entry("tft", "tft_id"),
            Map.entry("eir", "eir_id"),
            Map.entry("eir_history", "imsi_imei_history_id"),
            Map.entry("subscriber_attributes", "subscriber_attributes_id"),
            Map.entry("operation_log", "item_id"));

    /** The tables that every release since 1.0.0 has. */
    static final List<String> OLDEST_TABLES = TABLES.keySet().stream()
            .filter(table -> !List.of(
                            "database_schema_version", "emergency_subscriber", "roaming_network", "roaming_rule")
                    .contains(table))
            .toList();

    /** Columns added from 1.0.0 to 1.0.1. */
    static final List<Addition> ADDED_1_0_1 = List.of(
            new Addition("apn", "nbiot", "BOOLEAN"),
            new Addition("apn", "nidd_scef_id", "VARCHAR(512)"),
            new Addition("apn", "nidd_scef_realm", "VARCHAR(512)"),
            new Addition("apn", "nidd_mechanism", "INTEGER"),
            new Addition("apn", "nidd_rds", "INTEGER"),
            new Addition("apn", "nidd_preferred_data_mode", "INTEGER"),
            new Addition("ims_subscriber", "xcap_profile", "TEXT"),
            new Addition("ims_subscriber", "sh_template_path", "VARCHAR(512)"),
            new Addition("operation_log", "roaming_rule_id", "INTEGER", "roaming_rule"),
            new Addition("operation_log", "roaming_network_id", "INTEGER", "roaming_network"),
            new Addition("operation_log", "emergency_subscriber_id", "INTEGER", "emergency_subscriber"),
            new Addition("subscriber", "roaming_enabled", "BOOLEAN"),
            new Addition("subscriber", "roaming_rule_list", "VARCHAR(512)"));

    /** Columns added from 1.0.2 to 2.0.0, as PyHSS's own upgrade adds them. */
    static final List<Addition> ADDED_2_0 = List.of(
            new Addition("auc", "algo", "VARCHAR(20)"),
            new Addition("subscriber", "last_location_update_timestamp", "DATETIME"),
            new Addition("subscriber", "last_seen_cell_id", "VARCHAR(64)"),
            new Addition("subscriber", "last_seen_eci", "VARCHAR(64)"),
            new Addition("subscriber", "last_seen_enodeb_id", "VARCHAR(64)"),
            new Addition("subscriber", "last_seen_mcc", "VARCHAR(3)"),
            new Addition("subscriber", "last_seen_mnc", "VARCHAR(3)"),
            new Addition("subscriber", "last_seen_tac", "VARCHAR(64)"),
            new Addition("subscriber", "serving_msc", "VARCHAR(512)"),
            new Addition("subscriber", "serving_msc_timestamp", "DATETIME"),
            new Addition("subscriber", "serving_sgsn", "VARCHAR(512)"),
            new Addition("subscriber", "serving_sgsn_timestamp", "DATETIME"),
            new Addition("subscriber", "serving_vlr", "VARCHAR(512)"),
            new Addition("subscriber", "serving_vlr_timestamp", "DATETIME"));

    private PyhssSchema() {}

    /** All additions, oldest first. */
    static Stream<Addition> additions() {
        return Stream.concat(ADDED_1_0_1.stream(), ADDED_2_0.stream());
    }
}
