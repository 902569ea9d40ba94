// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables, columns and indexes of the connection's schema; names in lower case. */
final class SchemaCatalogue {

    private final Connection connection;
    private final Map<String, Set<String>> columns = new HashMap<>();

    private SchemaCatalogue(Connection connection) {
        this.connection = connection;
    }

    static SchemaCatalogue read(Connection connection) throws SQLException {
        var catalogue = new SchemaCatalogue(connection);
        try (var rows =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (rows.next()) {
                catalogue
                        .columns
                        .computeIfAbsent(lower(rows, "TABLE_NAME"), table -> new HashSet<>())
                        .add(lower(rows, "COLUMN_NAME"));
            }
        }
        return catalogue;
    }

    boolean hasTable(String table) {
        return columns.containsKey(table);
    }

    boolean hasColumn(String table, String column) {
        return columns.getOrDefault(table, Set.of()).contains(column);
    }

    Set<String> tables() {
        return columns.keySet();
    }

    Set<String> indexes(String table) throws SQLException {
        var names = new HashSet<String>();
        try (var rows = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                var name = rows.getString("INDEX_NAME");
                if (name != null) {
                    names.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    /** PyHSS's schema version; empty when the table is absent or has no row. */
    Optional<Integer> pyhssVersion() throws SQLException {
        if (!hasTable("database_schema_version")) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT MAX(upgrade_id) FROM database_schema_version")) {
            rows.next();
            int version = rows.getInt(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(version);
        }
    }

    private static String lower(ResultSet rows, String column) throws SQLException {
        return rows.getString(column).toLowerCase(Locale.ROOT);
    }
}
