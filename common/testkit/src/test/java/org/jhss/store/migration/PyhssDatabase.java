// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.database.DatabaseType;
import org.jhss.testkit.database.TestDatabase;

/** Databases as a PyHSS release leaves them, and what PyHSS sees of a database. */
final class PyhssDatabase {

    private PyhssDatabase() {}

    /** A new database with the tables of that release and one subscriber. */
    static DatabaseSettings of(TestDatabase kind, String release) {
        var settings = kind.fresh();
        execute(settings, script(kind, release));
        return settings;
    }

    private static String script(TestDatabase kind, String release) {
        var name = "/pyhss/" + kind.type().configName() + "/" + release + ".sql";
        try (var stream = Objects.requireNonNull(PyhssDatabase.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void execute(DatabaseSettings settings, String script) {
        try (var database = Database.openForMigration(settings);
                var connection = database.writers().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : script.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String query(DatabaseSettings settings, String sql) {
        try (var database = Database.openForMigration(settings);
                var connection = database.writers().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var text = new StringBuilder();
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(rows.getString(i)).append('|');
                }
            }
            return text.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Columns, keys and references of PyHSS's tables, one line each; without the order of columns, which differs after upgrades, and
     * without the length of a column that SQLite neither enforces nor lets one change.
     */
    static Set<String> schema(DatabaseSettings settings) {
        var lines = new TreeSet<String>();
        try (var database = Database.openForMigration(settings);
                var connection = database.writers().getConnection()) {
            var meta = connection.getMetaData();
            for (var table : PyhssSchema.TABLES.keySet()) {
                addColumns(meta, connection.getCatalog(), connection.getSchema(), table, lines);
                addKeys(meta, connection.getCatalog(), connection.getSchema(), table, lines);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (settings.type() == DatabaseType.SQLITE) {
            lines.removeIf(line -> line.startsWith("ims_subscriber column ifc_path"));
        }
        return lines;
    }

    private static void addColumns(
            DatabaseMetaData meta, String catalog, String schema, String table, Set<String> lines) throws SQLException {
        try (var rows = meta.getColumns(catalog, schema, table, "%")) {
            while (rows.next()) {
                lines.add(String.join(
                        " ",
                        table,
                        "column",
                        rows.getString("COLUMN_NAME"),
                        rows.getString("TYPE_NAME").toUpperCase(Locale.ROOT),
                        rows.getString("COLUMN_SIZE"),
                        rows.getString("IS_NULLABLE"),
                        String.valueOf(rows.getString("COLUMN_DEF"))));
            }
        }
    }

    private static void addKeys(DatabaseMetaData meta, String catalog, String schema, String table, Set<String> lines)
            throws SQLException {
        try (var rows = meta.getImportedKeys(catalog, schema, table)) {
            while (rows.next()) {
                lines.add(String.join(
                        " ",
                        table,
                        "references",
                        rows.getString("FKCOLUMN_NAME"),
                        rows.getString("PKTABLE_NAME"),
                        rows.getString("PKCOLUMN_NAME"),
                        rows.getString("DELETE_RULE")));
            }
        }
        try (var rows = meta.getIndexInfo(catalog, schema, table, true, true)) {
            while (rows.next()) {
                // SQLite's driver lists all indexes, whatever it is asked for.
                if (rows.getString("COLUMN_NAME") != null && !rows.getBoolean("NON_UNIQUE")) {
                    lines.add(String.join(
                            " ", table, "unique", rows.getString("ORDINAL_POSITION"), rows.getString("COLUMN_NAME")));
                }
            }
        }
        try (var rows = meta.getPrimaryKeys(catalog, schema, table)) {
            while (rows.next()) {
                lines.add(String.join(" ", table, "key", rows.getString("COLUMN_NAME")));
            }
        }
    }
}
