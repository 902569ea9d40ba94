// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jhss.identity.Imsi;
import org.jhss.store.database.Columns;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.secret.KeyVault;

/**
 * Locks and reads subscribers of a whole batch, the columns and joins chosen by the needs. The {@code auc} row is the lock of
 * everything about its subscriber, taken in the order of its key so that two batches do not wait for each other crosswise.
 * PostgreSQL locks without hindering foreign key checks (FOR NO KEY UPDATE); SQLite has locked the database already.
 *
 * <p>A statement that waited for a lock sees the locked rows as they are then, but anything else as it was when it began: PostgreSQL
 * does so with joined rows (its manual, 13.2.1), MariaDB with sub-queries. A registration committed meanwhile would be missed. So
 * whatever another batch may write beyond the {@code auc} row is read by a statement after the one that locks. Keys alone take
 * one statement: the SQN is in the locked row, and what else it reads only provisioning changes, so that a batch that waited
 * answers as if it had come before the change.
 */
final class SubscriberQuery {

    /** How subscribers and key rows are matched. */
    private enum Match {
        /** PyHSS's way on S6a: the key row carries the IMSI itself; the subscriber is joined to it. */
        BY_AUC_IMSI("a.imsi", "auc a"),
        /** PyHSS's way on GSUP: the subscriber points to its key row, which may carry no or another IMSI. */
        BY_AUC_ID("s.imsi", "subscriber s JOIN auc a ON a.auc_id = s.auc_id");

        private final String key;
        private final String from;

        Match(String key, String from) {
            this.key = key;
            this.from = from;
        }
    }

    private static final List<String> DETAILS = List.of("subscriber_attributes", "subscriber_routing", "jhss_pdn_gw");

    /**
     * Makes PostgreSQL look a row up by its key. Left to itself it reads a joined table whole, once a batch, as long as it takes it
     * for small, which is until somebody analyses it again (measured: 775 µs of its CPU per ULR-like message instead of 45).
     */
    private static final String ONE_BY_ONE = " OFFSET 0";

    /** What other batches write outside the {@code auc} row. */
    private static final Set<Need> BESIDE_THE_LOCK = EnumSet.of(Need.PROFILE, Need.SERVING_NODES, Need.DETAILS);

    private static final int AUC_ID = 1;
    private static final int SQN = 2;
    private static final int SUBSCRIBER_ID = 3;
    private static final int ENABLED = 4;
    private static final int NAM = 5;
    private static final int ROAMING_ENABLED = 6;
    private static final int ROAMING_RULE_LIST = 7;

    private final Set<Need> needs;
    private final DatabaseType type;
    private final KeyVault vault;
    private final NodeColumns nodeColumns;
    private final SelectList select = new SelectList();
    private final String joins;
    private final boolean locksFirst;
    private final Map<Match, Map<Integer, String>> locks = perMatch();
    private final Map<Match, Map<Integer, String>> reads = perMatch();
    private final int keys;
    private final int profile;
    private final int location;
    private final int mme;
    private final int sgsn;
    private final int detailsExist;
    private final int imsi;

    SubscriberQuery(Set<Need> needs, DatabaseType type, KeyVault vault, NodeColumns nodeColumns) {
        this.needs = needs;
        this.type = type;
        this.vault = vault;
        this.nodeColumns = nodeColumns;
        var tables = new StringBuilder();
        select.add("a", "auc_id sqn");
        select.add("s", "subscriber_id enabled nam roaming_enabled roaming_rule_list");
        if (needs.contains(Need.AUTHENTICATION)) {
            keys = select.add("a", KeyColumns.AUC);
            select.add("ja", KeyColumns.JHSS_AUC);
            tables.append(join("jhss_auc", "ja", "ja.auc_id = a.auc_id"));
        } else {
            keys = 0;
        }
        if (needs.contains(Need.PROFILE)) {
            profile = select.add("s", ProfileColumns.SUBSCRIBER);
            select.add("js", ProfileColumns.JHSS_SUBSCRIBER);
            tables.append(join("jhss_subscriber", "js", "js.subscriber_id = s.subscriber_id"));
        } else {
            profile = 0;
        }
        if (needs.contains(Need.SERVING_NODES)) {
            location = select.add("s", NodeColumns.SUBSCRIBER);
            mme = select.add("mme", NodeColumns.NODE);
            sgsn = select.add("sgsn", NodeColumns.NODE);
            tables.append(node("mme", NodeType.MME)).append(node("sgsn", NodeType.SGSN));
        } else {
            location = 0;
            mme = 0;
            sgsn = 0;
        }
        detailsExist = needs.contains(Need.DETAILS) ? select.expression(detailsExist()) : 0;
        imsi = select.size() + 1;
        joins = tables.toString();
        locksFirst = type != DatabaseType.SQLITE && !Collections.disjoint(needs, BESIDE_THE_LOCK);
    }

    private static Map<Match, Map<Integer, String>> perMatch() {
        return Map.of(Match.BY_AUC_IMSI, new ConcurrentHashMap<>(), Match.BY_AUC_ID, new ConcurrentHashMap<>());
    }

    private String node(String alias, NodeType node) {
        return join(
                "jhss_serving_node",
                alias,
                alias + ".subscriber_id = s.subscriber_id AND " + alias + ".node_type = " + node.columnValue());
    }

    private String join(String table, String alias, String condition) {
        return type == DatabaseType.POSTGRESQL
                ? " LEFT JOIN LATERAL (SELECT * FROM " + table + " " + alias + " WHERE " + condition + ONE_BY_ONE + ") "
                        + alias + " ON TRUE"
                : " LEFT JOIN " + table + " " + alias + " ON " + condition;
    }

    private String detailsExist() {
        var end = type == DatabaseType.POSTGRESQL ? ONE_BY_ONE + ")" : ")";
        return DETAILS.stream()
                .map(table -> "EXISTS (SELECT 1 FROM " + table + " d WHERE d.subscriber_id = s.subscriber_id" + end)
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** The subscribers among {@code imsis} that exist, locked. */
    Map<Imsi, SubscriberRow> read(PreparedConnection connection, Collection<Imsi> imsis) throws SQLException {
        var found = new LinkedHashMap<Imsi, SubscriberRow>();
        read(connection, imsis, Match.BY_AUC_IMSI, found);
        if (found.size() < imsis.size()) {
            var missing =
                    imsis.stream().filter(imsi -> !found.containsKey(imsi)).toList();
            read(connection, missing, Match.BY_AUC_ID, found);
        }
        return found;
    }

    private void read(
            PreparedConnection connection, Collection<Imsi> imsis, Match match, Map<Imsi, SubscriberRow> found)
            throws SQLException {
        var pieces = InList.pieces(imsis);
        if (locksFirst && !lock(connection, pieces, match)) {
            return;
        }
        for (var piece : pieces) {
            var sql = Objects.requireNonNull(reads.get(match))
                    .computeIfAbsent(piece.size(), size -> readSql(match, size));
            try (var rows = execute(connection, sql, piece)) {
                while (rows.next()) {
                    var key = Imsi.parse(rows.getString(imsi));
                    if (key.isPresent()) {
                        found.put(key.get(), row(rows, key.get()));
                    }
                }
            }
        }
    }

    /** Whether there was anything to lock. */
    private boolean lock(PreparedConnection connection, List<List<Imsi>> pieces, Match match) throws SQLException {
        boolean any = false;
        for (var piece : pieces) {
            var sql = Objects.requireNonNull(locks.get(match))
                    .computeIfAbsent(
                            piece.size(),
                            size -> "SELECT a.auc_id FROM " + match.from + where(match, size) + inOrderLocked());
            try (var rows = execute(connection, sql, piece)) {
                any |= rows.next();
            }
        }
        return any;
    }

    private static ResultSet execute(PreparedConnection connection, String sql, List<Imsi> imsis) throws SQLException {
        var statement = connection.prepare(sql);
        for (int i = 0; i < imsis.size(); i++) {
            statement.setString(i + 1, imsis.get(i).value());
        }
        return statement.executeQuery();
    }

    /** Locks, too, where rows are locked already: those that became the subscriber's only after that are not yet. */
    private String readSql(Match match, int size) {
        return "SELECT " + select + ", " + match.key + " FROM " + match.from
                + (match == Match.BY_AUC_IMSI ? join("subscriber", "s", "s.imsi = a.imsi") : "") + joins
                + where(match, size) + inOrderLocked();
    }

    private static String where(Match match, int size) {
        return " WHERE " + match.key + " IN " + InList.marks(size);
    }

    private String inOrderLocked() {
        return switch (type) {
            case SQLITE -> "";
            case POSTGRESQL -> " ORDER BY a.auc_id FOR NO KEY UPDATE OF a";
            case MYSQL -> " ORDER BY a.auc_id FOR UPDATE";
        };
    }

    private SubscriberRow row(ResultSet rows, Imsi key) throws SQLException {
        int aucId = rows.getInt(AUC_ID);
        var row = new SubscriberRow(key, aucId, needs, vault);
        row.sqn(rows.getLong(SQN));
        if (keys != 0) {
            row.storedKeys(KeyColumns.read(rows, keys, aucId));
        }
        int subscriberId = rows.getInt(SUBSCRIBER_ID);
        if (rows.wasNull()) {
            return row;
        }
        row.access(new Access(
                subscriberId,
                Columns.bool(rows, ENABLED, true),
                rows.getInt(NAM),
                Columns.bool(rows, ROAMING_ENABLED, true),
                rows.getString(ROAMING_RULE_LIST)));
        if (profile != 0) {
            row.profile(ProfileColumns.read(rows, profile));
        }
        if (location != 0) {
            row.mme(nodeColumns.readMme(rows, location, mme));
            row.sgsn(nodeColumns.read(rows, NodeType.SGSN, sgsn));
            row.lastSeen(nodeColumns.readLastSeen(rows, location));
        }
        row.hasDetails(detailsExist != 0 && rows.getBoolean(detailsExist));
        return row;
    }
}
