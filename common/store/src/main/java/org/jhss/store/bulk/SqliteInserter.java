// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.SQLException;
import java.util.List;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** One statement kept prepared. The transaction holds the write lock, so that the keys above the highest are free. */
final class SqliteInserter implements RowInserter {

    private final PreparedConnection connection;
    private final Timestamps timestamps;

    SqliteInserter(PreparedConnection connection, Timestamps timestamps) {
        this.connection = connection;
        this.timestamps = timestamps;
    }

    @Override
    public void insert(TablePart part, List<@Nullable Object[]> rows, boolean keysNeeded) throws SQLException {
        int next = highest(part) + 1;
        var insert = connection.prepare(part.insert(0));
        for (var row : rows) {
            if (row[0] == null) {
                row[0] = next++;
            }
            part.bind(insert, row, 0, timestamps);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private int highest(TablePart part) throws SQLException {
        try (var row = connection
                .prepare("SELECT MAX(" + part.columns().getFirst().name() + ") FROM " + part.name())
                .executeQuery()) {
            row.next();
            return Math.max(row.getInt(1), 0);
        }
    }
}
