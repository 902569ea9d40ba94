// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** MariaDB's bulk execution; where the keys must be known, statements sent one behind the other without waiting for answers. */
final class MysqlInserter implements RowInserter {

    private final PreparedConnection connection;
    private final Timestamps timestamps;

    MysqlInserter(PreparedConnection connection, Timestamps timestamps) {
        this.connection = connection;
        this.timestamps = timestamps;
    }

    @Override
    public void insert(TablePart part, List<@Nullable Object[]> rows, boolean keysNeeded) throws SQLException {
        var numbered = new ArrayList<@Nullable Object[]>();
        var unnumbered = new ArrayList<@Nullable Object[]>();
        for (var row : rows) {
            (row[0] == null ? unnumbered : numbered).add(row);
        }
        if (!numbered.isEmpty()) {
            execute(connection.prepare(part.insert(0)), part, numbered, 0);
        }
        if (unnumbered.isEmpty()) {
            return;
        }
        if (!keysNeeded) {
            execute(connection.prepare(part.insert(1)), part, unnumbered, 1);
            return;
        }
        try (var insert = connection.plain().prepareStatement(part.insert(1), Statement.RETURN_GENERATED_KEYS)) {
            execute(insert, part, unnumbered, 1);
            try (var keys = insert.getGeneratedKeys()) {
                for (var row : unnumbered) {
                    if (!keys.next()) {
                        throw new SQLException("the database gave fewer keys than rows");
                    }
                    row[0] = keys.getInt(1);
                }
            }
        }
    }

    private void execute(PreparedStatement insert, TablePart part, List<@Nullable Object[]> rows, int from)
            throws SQLException {
        for (var row : rows) {
            part.bind(insert, row, from, timestamps);
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
