// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.SQLException;
import java.util.List;
import org.jhss.store.database.PreparedConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** COPY, with keys drawn from the table's sequence beforehand, so that others may insert beside. */
final class PostgresInserter implements RowInserter {

    private final PreparedConnection connection;
    private final CopyText text = new CopyText();

    PostgresInserter(PreparedConnection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(TablePart part, List<@Nullable Object[]> rows, boolean keysNeeded) throws SQLException {
        int without = 0;
        for (var row : rows) {
            without += row[0] == null ? 1 : 0;
        }
        if (without > 0) {
            number(part, rows, without);
        }
        text.clear();
        for (var row : rows) {
            text.row(row, part.positions());
        }
        var copy = connection
                .plain()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + part.name() + " (" + part.names(0) + ") FROM STDIN");
        try {
            copy.writeToCopy(text.octets(), 0, text.length());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The sequence's name is looked up once, which OFFSET 0 makes sure of. */
    private void number(TablePart part, List<@Nullable Object[]> rows, int count) throws SQLException {
        var select =
                connection.prepare("SELECT nextval(s.name) FROM (SELECT CAST(pg_get_serial_sequence('" + part.name()
                        + "', '" + part.columns().getFirst().name() + "') AS regclass) AS name OFFSET 0) s,"
                        + " generate_series(1, ?)");
        select.setInt(1, count);
        try (var numbers = select.executeQuery()) {
            for (var row : rows) {
                if (row[0] == null) {
                    numbers.next();
                    row[0] = numbers.getInt(1);
                }
            }
        }
    }
}
