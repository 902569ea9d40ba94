// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.Transactions;

/**
 * The right to carry changes out, which one process has at a time; a process that dies loses it when it runs out. Clocks must agree to
 * a few seconds. Thread-safe.
 */
final class ChangeLease {

    private static final String NAME = "changes";
    private static final String TAKE = "UPDATE jhss_change_lease SET holder = ?, held_until = ?" + " WHERE name = '"
            + NAME + "' AND (holder = ? OR held_until < ?)";
    private static final String RELEASE =
            "UPDATE jhss_change_lease SET held_until = 0 WHERE name = '" + NAME + "' AND holder = ?";

    private final Transactions transactions;
    private final String create;

    ChangeLease(Database database) {
        this.transactions = new Transactions(database);
        boolean mysql = database.type() == DatabaseType.MYSQL;
        this.create = (mysql ? "INSERT IGNORE" : "INSERT")
                + " INTO jhss_change_lease (name, holder, held_until) VALUES ('" + NAME + "', ?, ?)"
                + (mysql ? "" : " ON CONFLICT (name) DO NOTHING");
    }

    boolean take(String holder, Instant now, Duration length) {
        return transactions.write("leasing the changes", connection -> {
            long until = now.plus(length).toEpochMilli();
            return takeOver(connection, holder, now, until) || create(connection, holder, until);
        });
    }

    void release(String holder) {
        transactions.write("releasing the changes", connection -> {
            var release = connection.prepare(RELEASE);
            release.setString(1, holder);
            return release.executeUpdate();
        });
    }

    private static boolean takeOver(PreparedConnection connection, String holder, Instant now, long until)
            throws SQLException {
        var take = connection.prepare(TAKE);
        take.setString(1, holder);
        take.setLong(2, until);
        take.setString(3, holder);
        take.setLong(4, now.toEpochMilli());
        return take.executeUpdate() == 1;
    }

    private boolean create(PreparedConnection connection, String holder, long until) throws SQLException {
        var insert = connection.prepare(create);
        insert.setString(1, holder);
        insert.setLong(2, until);
        return insert.executeUpdate() == 1;
    }
}
