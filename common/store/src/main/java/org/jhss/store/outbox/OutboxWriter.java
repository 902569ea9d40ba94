// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.outbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jhss.store.database.PreparedConnection;

/** Queues notifications within somebody's transaction. */
public final class OutboxWriter {

    private static final String INSERT =
            "INSERT INTO jhss_outbox (endpoint, method, body, created, next_attempt) VALUES (?, ?, ?, ?, ?)";

    private OutboxWriter() {}

    /**
     * A notification on its way into the outbox.
     *
     * @param at when the change happened
     */
    public record Entry(Notification notification, Instant at) {}

    /** Adds {@code entries} in their order, in one batch. */
    public static void write(PreparedConnection connection, List<Entry> entries) throws SQLException {
        var insert = connection.prepare(INSERT);
        for (var entry : entries) {
            long at = entry.at().toEpochMilli();
            insert.setString(1, entry.notification().endpoint());
            insert.setString(2, entry.notification().method());
            insert.setString(3, entry.notification().body());
            insert.setLong(4, at);
            insert.setLong(5, at);
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
