// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.reference;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jhss.store.database.Columns;
import org.jhss.store.database.Database;
import org.jhss.store.database.IdList;

/** Reads {@link ReferenceData}: four statements in one transaction. */
final class ReferenceDataLoader {

    private static final String APNS = """
            SELECT a.apn_id, a.apn, a.ip_version, a.apn_ambr_dl, a.apn_ambr_ul, a.qci, a.arp_priority,\
             a.arp_preemption_capability, a.arp_preemption_vulnerability, a.pgw_address, a.sgw_address, j.pdn_gw_host,\
             j.pdn_gw_realm, a.charging_characteristics, a.charging_rule_list, a.nbiot, a.nidd_scef_id, a.nidd_scef_realm,\
             a.nidd_mechanism, a.nidd_rds, a.nidd_preferred_data_mode, j.vplmn_dynamic_address_allowed,\
             j.pdn_gw_allocation_type, j.apn_oi_replacement, j.ambr_dl_kbps, j.ambr_ul_kbps, j.sipto_permission,\
             j.lipa_permission, j.restoration_priority\
             FROM apn a LEFT JOIN jhss_apn j ON j.apn_id = a.apn_id""";

    private static final String CHARGING_RULES = """
            SELECT c.charging_rule_id, c.rule_name, c.qci, c.arp_priority, c.arp_preemption_capability,\
             c.arp_preemption_vulnerability, c.mbr_dl, c.mbr_ul, c.gbr_dl, c.gbr_ul, c.precedence, c.rating_group,\
             t.tft_string, t.direction\
             FROM charging_rule c LEFT JOIN tft t ON t.tft_group_id = c.tft_group_id ORDER BY c.charging_rule_id, t.tft_id""";

    private static final String ROAMING_RULES = """
            SELECT r.roaming_rule_id, r.allow, r.enabled, n.roaming_network_id, n.name, n.mcc, n.mnc, n.preference\
             FROM roaming_rule r LEFT JOIN roaming_network n ON n.roaming_network_id = r.roaming_network_id\
             ORDER BY r.roaming_rule_id""";

    private static final String PATTERNS =
            "SELECT eir_id, imei, imsi, match_response_code FROM eir WHERE regex_mode = 1 ORDER BY eir_id";

    /** PyHSS's defaults for columns that may be NULL. */
    private static final int DEFAULT_QCI = 9;

    private static final int DEFAULT_ARP_PRIORITY = 4;

    private interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private final Database database;

    ReferenceDataLoader(Database database) {
        this.database = database;
    }

    ReferenceData load() {
        try (var connection = database.readers().getConnection()) {
            try {
                var apns = new HashMap<Integer, ApnProfile>();
                for (var apn : query(connection, APNS, ReferenceDataLoader::apn)) {
                    apns.put(apn.id(), apn);
                }
                return new ReferenceData(
                        Map.copyOf(apns),
                        chargingRules(connection),
                        query(connection, ROAMING_RULES, ReferenceDataLoader::roamingRule),
                        query(connection, PATTERNS, ReferenceDataLoader::pattern));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw database.translate("reading reference data", e);
        }
    }

    private static <T> List<T> query(Connection connection, String sql, Row<T> row) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row.read(rows));
            }
        }
        return List.copyOf(found);
    }

    private static ApnProfile apn(ResultSet rows) throws SQLException {
        return new ApnProfile(
                rows.getInt(1),
                Columns.text(rows, 2),
                rows.getInt(3),
                rows.getLong(4),
                rows.getLong(5),
                qos(rows, 6),
                new ApnProfile.Gateways(
                        Columns.optionalText(rows, 10),
                        Columns.optionalText(rows, 11),
                        Columns.optionalText(rows, 12),
                        Columns.optionalText(rows, 13)),
                Columns.optionalText(rows, 14),
                IdList.parse(rows.getString(15)),
                new ApnProfile.Nidd(
                        Columns.bool(rows, 16, false),
                        Columns.optionalText(rows, 17),
                        Columns.optionalText(rows, 18),
                        Columns.optionalInt(rows, 19),
                        Columns.optionalInt(rows, 20),
                        Columns.optionalInt(rows, 21)),
                new ApnProfile.Extras(
                        Columns.optionalBool(rows, 22),
                        Columns.optionalInt(rows, 23),
                        Columns.optionalText(rows, 24),
                        Columns.optionalLong(rows, 25),
                        Columns.optionalLong(rows, 26),
                        Columns.optionalInt(rows, 27),
                        Columns.optionalInt(rows, 28),
                        Columns.optionalInt(rows, 29)));
    }

    private static ApnProfile.Qos qos(ResultSet rows, int first) throws SQLException {
        return new ApnProfile.Qos(
                Columns.optionalInt(rows, first).orElse(DEFAULT_QCI),
                Columns.optionalInt(rows, first + 1).orElse(DEFAULT_ARP_PRIORITY),
                Columns.bool(rows, first + 2, false),
                Columns.bool(rows, first + 3, true));
    }

    private static Map<Integer, ChargingRule> chargingRules(Connection connection) throws SQLException {
        var flows = new HashMap<Integer, List<ChargingRule.Flow>>();
        var rules = new HashMap<Integer, ChargingRule>();
        for (var rule : query(connection, CHARGING_RULES, ReferenceDataLoader::chargingRule)) {
            flows.computeIfAbsent(rule.id(), id -> new ArrayList<>()).addAll(rule.flows());
            rules.put(rule.id(), rule);
        }
        rules.replaceAll((id, rule) -> rule.withFlows(Objects.requireNonNull(flows.get(id))));
        return Map.copyOf(rules);
    }

    private static ChargingRule chargingRule(ResultSet rows) throws SQLException {
        var filter = rows.getString(13);
        return new ChargingRule(
                rows.getInt(1),
                Columns.optionalText(rows, 2),
                qos(rows, 3),
                rows.getLong(7),
                rows.getLong(8),
                rows.getLong(9),
                rows.getLong(10),
                Columns.optionalInt(rows, 11),
                Columns.optionalInt(rows, 12),
                filter == null ? List.of() : List.of(new ChargingRule.Flow(filter, rows.getInt(14))));
    }

    private static RoamingRule roamingRule(ResultSet rows) throws SQLException {
        int network = rows.getInt(4);
        boolean dangling = rows.wasNull();
        return new RoamingRule(
                rows.getInt(1),
                dangling
                        ? Optional.empty()
                        : Optional.of(new RoamingRule.Network(
                                network,
                                Columns.text(rows, 5),
                                Columns.text(rows, 6),
                                Columns.text(rows, 7),
                                rows.getInt(8))),
                Columns.bool(rows, 2, true),
                Columns.bool(rows, 3, true));
    }

    private static EquipmentPattern pattern(ResultSet rows) throws SQLException {
        return new EquipmentPattern(
                rows.getInt(1), Columns.text(rows, 2), Columns.optionalText(rows, 3), rows.getInt(4));
    }
}
