// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.Context;
import org.jhss.store.database.DatabaseType;

/**
 * Adds to {@code jhss_serving_node} what an MME or SGSN notifies of for the delivery of short messages (TS 29.272 5.2.5.1.2). Done here,
 * since neither SQLite nor MySQL can say ADD COLUMN IF NOT EXISTS.
 */
final class AddNodeAlerts extends JavaStep {

    private static final String TABLE = "jhss_serving_node";
    private static final String FLAG = "BOOLEAN DEFAULT FALSE NOT NULL";

    private record Column(String name, String type) {}

    private final List<Column> columns;

    AddNodeAlerts(DatabaseType type) {
        super("6", "alerts of serving nodes");
        var moment = switch (type) {
            case SQLITE -> "DATETIME";
            case POSTGRESQL -> "TIMESTAMP WITHOUT TIME ZONE";
            case MYSQL -> "DATETIME(6)";
        };
        this.columns = List.of(
                new Column("ready_for_sm", FLAG),
                new Column("alert_reason", "INTEGER"),
                new Column("alerted_at", moment),
                new Column("ue_available_until", moment),
                new Column("area_restricted", FLAG));
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var catalogue = SchemaCatalogue.read(connection);
        for (var column : columns) {
            if (!catalogue.hasColumn(TABLE, column.name())) {
                execute(connection, "ALTER TABLE " + TABLE + " ADD COLUMN " + column.name() + " " + column.type());
            }
        }
    }
}
