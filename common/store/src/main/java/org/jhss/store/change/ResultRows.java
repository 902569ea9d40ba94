// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jhss.store.database.Columns;
import org.jhss.store.database.PreparedConnection;

/** Reads and writes {@code jhss_change_result}. */
final class ResultRows {

    static final String SELECT =
            "SELECT change_id, imsi, node_type, host, realm, command, success, result, code, vendor,"
                    + " attempt, answered, duration FROM jhss_change_result WHERE change_id IN ";
    static final String ORDER = " ORDER BY change_id, answered, command";

    private static final String DELETE =
            "DELETE FROM jhss_change_result WHERE change_id = ? AND node_type = ? AND host = ? AND command = ?";
    private static final String INSERT =
            "INSERT INTO jhss_change_result (change_id, node_type, host, command, imsi, realm,"
                    + " success, result, code, vendor, attempt, answered, duration) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ResultRows() {}

    static List<NodeResult> read(PreparedStatement select) throws SQLException {
        var found = new ArrayList<NodeResult>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    /** Writes {@code results} in place of those of former attempts. */
    static void write(PreparedConnection connection, List<NodeResult> results) throws SQLException {
        var again = results.stream().filter(result -> result.attempt() > 1).toList();
        if (!again.isEmpty()) {
            var delete = connection.prepare(DELETE);
            for (var result : again) {
                bindKey(delete, result);
                delete.addBatch();
            }
            delete.executeBatch();
        }
        if (results.isEmpty()) {
            return;
        }
        var insert = connection.prepare(INSERT);
        for (var result : results) {
            bindKey(insert, result);
            insert.setString(5, result.imsi());
            Columns.setText(insert, 6, result.node().realm());
            insert.setInt(7, result.success() ? 1 : 0);
            insert.setString(8, result.result());
            Columns.setInt(insert, 9, result.code());
            Columns.setInt(insert, 10, result.vendor());
            insert.setInt(11, result.attempt());
            insert.setLong(12, result.at().toEpochMilli());
            insert.setLong(13, result.duration().toMillis());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private static void bindKey(PreparedStatement statement, NodeResult result) throws SQLException {
        statement.setLong(1, result.changeId());
        statement.setInt(2, result.node().type());
        statement.setString(3, result.node().host());
        statement.setString(4, result.command());
    }

    private static NodeResult row(ResultSet rows) throws SQLException {
        return new NodeResult(
                rows.getLong(1),
                rows.getString(2),
                new TargetNode(rows.getInt(3), rows.getString(4), Columns.text(rows, 5), ""),
                rows.getString(6),
                rows.getInt(7) != 0,
                rows.getString(8),
                Columns.optionalInt(rows, 9),
                Columns.optionalInt(rows, 10),
                rows.getInt(11),
                Instant.ofEpochMilli(rows.getLong(12)),
                Duration.ofMillis(rows.getLong(13)));
    }
}
