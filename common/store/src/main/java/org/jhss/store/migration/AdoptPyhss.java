// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.migration.PyhssSchema.Addition;

/**
 * Completes the tables of an older PyHSS to those of 2.0: adds what is missing and nothing else, each step only if still needed,
 * so that an upgrade that broke off, PyHSS's or ours, is taken up again. Records PyHSS's schema version 1 as PyHSS does.
 */
final class AdoptPyhss extends JavaStep {

    private static final String COMMENT = "automatic upgrade from PyHSS";

    private final DatabaseType type;

    AdoptPyhss(DatabaseType type) {
        super("2", "complete the tables of an older PyHSS");
        this.type = type;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var catalogue = SchemaCatalogue.read(connection);
        for (var addition : PyhssSchema.additions().toList()) {
            if (!catalogue.hasColumn(addition.table(), addition.column())) {
                add(connection, addition);
            }
        }
        widenIfcPath(connection);
        if (catalogue.pyhssVersion().isEmpty()) {
            insertVersion(connection);
        }
    }

    private void add(Connection connection, Addition addition) throws SQLException {
        var column = addition.column() + " " + typeOf(addition);
        var table = "ALTER TABLE " + addition.table() + " ADD COLUMN ";
        if (addition.references().isEmpty()) {
            execute(connection, table + column);
            return;
        }
        var target = addition.references() + " (" + PyhssSchema.TABLES.get(addition.references()) + ")";
        // MySQL takes, and ignores, a reference that stands within the column's definition.
        execute(
                connection,
                type == DatabaseType.MYSQL
                        ? table + column + ", ADD FOREIGN KEY (" + addition.column() + ") REFERENCES " + target
                        : table + column + " REFERENCES " + target);
    }

    private String typeOf(Addition addition) {
        return switch (type) {
            case SQLITE -> addition.type();
            case POSTGRESQL -> addition.type().replace("DATETIME", "TIMESTAMP");
            case MYSQL -> addition.column().equals("xcap_profile") ? "TEXT(12000)" : addition.type();
        };
    }

    /** 1.0.0 had 18 characters. SQLite enforces no lengths. */
    private void widenIfcPath(Connection connection) throws SQLException {
        switch (type) {
            case SQLITE -> {}
            case POSTGRESQL ->
                execute(connection, "ALTER TABLE ims_subscriber ALTER COLUMN ifc_path TYPE VARCHAR(512)");
            case MYSQL -> execute(connection, "ALTER TABLE ims_subscriber MODIFY COLUMN ifc_path VARCHAR(512)");
        }
    }

    private static void insertVersion(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO database_schema_version (upgrade_id, comment) VALUES (?, ?)")) {
            insert.setInt(1, PyhssSchema.VERSION);
            insert.setString(2, COMMENT);
            insert.executeUpdate();
        }
    }
}
