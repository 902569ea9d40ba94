// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.sql.Connection;
import java.sql.SQLException;

/** One value from one row. */
public final class Sql {

    private Sql() {}

    /** The first column of the first row as text. */
    public static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The first column of the first row as a number. */
    public static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Runs one statement. */
    public static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
