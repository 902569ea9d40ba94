// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.store.database.Columns;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.SqlFailures;
import org.jhss.store.database.StoreException;
import org.jhss.store.database.Timestamps;

/** The statements of {@link Equipment}. */
final class EquipmentSql {

    /** What to look for: spellings of IMEIs, IMSIs, pairs of both. */
    record Wanted(Set<String> spellings, Set<String> imsis, Set<String> pairs) {}

    /** Where to put what was found. */
    record Found(Map<String, List<EquipmentRule>> rules, Map<Imsi, Device> devices, Set<String> pairs) {}

    private static final int RULE = 1;
    private static final int DEVICE = 2;

    /** Stands where a list is empty: no column holds it, since an identity has no such form. */
    private static final String NOTHING = "-";

    private final DatabaseType type;
    private final Timestamps timestamps;
    private final String upsertHistory;
    private final String upsertDevice;

    EquipmentSql(DatabaseType type, Timestamps timestamps) {
        this.type = type;
        this.timestamps = timestamps;
        this.upsertHistory = Upserts.sql(
                type,
                "eir_history",
                List.of("imsi_imei"),
                List.of("match_response_code", "imsi_imei_timestamp", "last_modified"));
        this.upsertDevice = Upserts.sql(
                type, "jhss_device", List.of("imsi"), List.of("imei", "software_version", "since", "last_seen"));
    }

    StoreException translate(String what, SQLException cause) {
        return SqlFailures.translate(type, what, cause);
    }

    void read(PreparedConnection connection, Wanted wanted, Found found) throws SQLException {
        var spellings = pieces(wanted.spellings());
        var imsis = pieces(wanted.imsis());
        var pairs = pieces(wanted.pairs());
        int rounds = Math.max(spellings.size(), Math.max(imsis.size(), pairs.size()));
        for (int round = 0; round < rounds; round++) {
            read(connection, List.of(piece(imsis, round), piece(spellings, round), piece(pairs, round)), found);
        }
    }

    private static List<List<String>> pieces(Set<String> values) {
        return InList.pieces(values);
    }

    private static List<String> piece(List<List<String>> pieces, int round) {
        return round < pieces.size() ? pieces.get(round) : List.of(NOTHING);
    }

    private void read(PreparedConnection connection, List<List<String>> lists, Found found) throws SQLException {
        var statement = connection.prepare(sql(
                lists.getFirst().size(), lists.get(1).size(), lists.getLast().size()));
        int index = 1;
        for (var list : lists) {
            for (var value : list) {
                statement.setString(index++, value);
            }
        }
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                add(rows, found);
            }
        }
    }

    private static String sql(int imsis, int spellings, int pairs) {
        return "SELECT 2, 0, 0, imsi, imei, software_version, since, last_seen FROM jhss_device WHERE imsi IN "
                + InList.marks(imsis)
                + " UNION ALL SELECT 1, match_response_code, eir_id, imei, imsi, NULL, NULL, NULL FROM eir"
                + " WHERE regex_mode = 0 AND imei IN " + InList.marks(spellings)
                + " UNION ALL SELECT 3, 0, 0, imsi_imei, NULL, NULL, NULL, NULL FROM eir_history WHERE imsi_imei IN "
                + InList.marks(pairs);
    }

    private void add(ResultSet rows, Found found) throws SQLException {
        switch (rows.getInt(1)) {
            case RULE -> {
                var imei = Columns.text(rows, 4);
                var rule =
                        new EquipmentRule(rows.getInt(3), imei, Optional.ofNullable(rows.getString(5)), rows.getInt(2));
                found.rules().computeIfAbsent(imei, key -> new ArrayList<>()).add(rule);
            }
            case DEVICE -> {
                var imsi = Imsi.parse(Columns.text(rows, 4));
                var imei = Imei.parse(Columns.text(rows, 5), Columns.text(rows, 6));
                if (imsi.isPresent() && imei.isPresent()) {
                    found.devices().put(imsi.get(), new Device(imei.get(), moment(rows, 7), moment(rows, 8)));
                }
            }
            default -> found.pairs().add(Columns.text(rows, 4));
        }
    }

    private Instant moment(ResultSet rows, int index) throws SQLException {
        return Objects.requireNonNullElse(timestamps.get(rows, index), Instant.EPOCH);
    }

    void writeHistory(PreparedConnection connection, Map<String, Equipment.HistoryEntry> entries) throws SQLException {
        var upsert = connection.prepare(upsertHistory);
        for (var entry : entries.entrySet()) {
            upsert.setString(1, entry.getKey());
            upsert.setInt(2, entry.getValue().responseCode());
            timestamps.set(upsert, 3, entry.getValue().at());
            upsert.setString(4, Timestamps.toLastModified(entry.getValue().at()));
            upsert.addBatch();
        }
        upsert.executeBatch();
    }

    void writeDevices(PreparedConnection connection, Map<Imsi, Device> devices) throws SQLException {
        var upsert = connection.prepare(upsertDevice);
        for (var entry : devices.entrySet()) {
            var device = entry.getValue();
            upsert.setString(1, entry.getKey().value());
            upsert.setString(2, device.imei().tacAndSerial());
            Columns.setText(upsert, 3, device.imei().softwareVersion());
            timestamps.set(upsert, 4, device.since());
            timestamps.set(upsert, 5, device.lastSeen());
            upsert.addBatch();
        }
        upsert.executeBatch();
    }
}
