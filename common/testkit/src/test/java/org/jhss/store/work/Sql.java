// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.SQLException;
import java.util.Optional;
import org.jhss.store.Store;

/** Plain statements, to look behind the store's back. */
public final class Sql {

    private Sql() {}

    public static void execute(Store store, String sql) throws SQLException {
        try (var connection = store.database().writers().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    public static Optional<String> text(Store store, String sql) throws SQLException {
        try (var connection = store.database().writers().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var text = rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.<String>empty();
            connection.rollback();
            return text;
        }
    }
}
