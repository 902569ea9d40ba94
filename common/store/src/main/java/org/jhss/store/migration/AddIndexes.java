// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.Context;

/**
 * Adds the indexes that PyHSS lacks; it has none but its unique keys and scans the table for everything else. PyHSS does not mind
 * them. Done here, since MySQL cannot say IF NOT EXISTS.
 */
final class AddIndexes extends JavaStep {

    private record Index(String table, String columns) {

        String name() {
            return "jhss_" + table + "_" + columns.replace(", ", "_");
        }
    }

    private static final List<Index> INDEXES = List.of(
            new Index("apn", "apn"),
            new Index("subscriber", "msisdn"),
            new Index("subscriber", "auc_id"),
            new Index("subscriber", "default_apn"),
            new Index("subscriber_routing", "apn_id"),
            new Index("serving_apn", "subscriber_id, apn"),
            new Index("serving_apn", "apn"),
            new Index("serving_apn", "subscriber_routing"),
            new Index("serving_apn", "pcrf_session_id"),
            new Index("ims_subscriber", "imsi"),
            new Index("roaming_rule", "roaming_network_id"),
            new Index("emergency_subscriber", "imsi"),
            new Index("tft", "tft_group_id"),
            new Index("eir", "imei"),
            new Index("subscriber_attributes", "subscriber_id"),
            new Index("operation_log", "timestamp"),
            new Index("operation_log", "operation_id"));

    AddIndexes() {
        super("4", "indexes");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var catalogue = SchemaCatalogue.read(connection);
        for (var index : INDEXES) {
            if (!catalogue.indexes(index.table()).contains(index.name())) {
                execute(
                        connection,
                        "CREATE INDEX " + index.name() + " ON " + index.table() + " (" + index.columns() + ")");
            }
        }
    }
}
