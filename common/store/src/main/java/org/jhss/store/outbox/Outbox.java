// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.StoreException;
import org.jhss.store.database.Transactions;

/**
 * The deliverer's side of the outbox. An endpoint is delivered to by the one process that holds its lease; a process that dies loses
 * it when it runs out. Thread-safe. Every method is one short transaction and throws {@link StoreException}.
 */
public final class Outbox {

    private static final String NEXT_ENDPOINT =
            "SELECT endpoint FROM jhss_outbox WHERE dead = 0 AND endpoint > ? ORDER BY endpoint LIMIT 1";
    private static final String HEAD =
            "SELECT outbox_id, method, body, created, attempts, next_attempt FROM jhss_outbox"
                    + " WHERE dead = 0 AND endpoint = ? ORDER BY outbox_id LIMIT ?";
    private static final String TAKE_LEASE = "UPDATE jhss_outbox_lease SET holder = ?, held_until = ?"
            + " WHERE endpoint = ? AND (holder = ? OR held_until < ?)";
    private static final String RELEASE =
            "UPDATE jhss_outbox_lease SET held_until = 0 WHERE endpoint = ? AND holder = ?";
    private static final String DELIVERED = "DELETE FROM jhss_outbox WHERE outbox_id = ?";
    private static final String FAILED =
            "UPDATE jhss_outbox SET attempts = attempts + 1, next_attempt = ?, last_error = ? WHERE outbox_id = ?";
    private static final String BURIED =
            "UPDATE jhss_outbox SET attempts = attempts + 1, dead = 1, last_error = ? WHERE outbox_id = ?";
    private static final String PRUNE = "DELETE FROM jhss_outbox WHERE dead = 1 AND created < ?";
    private static final String REVIVE =
            "UPDATE jhss_outbox SET dead = 0, created = ?, next_attempt = ? WHERE dead = 1";
    private static final String COUNTS =
            "SELECT COUNT(CASE WHEN dead = 0 THEN 1 END), COUNT(CASE WHEN dead = 1 THEN 1 END) FROM jhss_outbox";
    private static final int LONGEST_ERROR = 255;

    private final Transactions transactions;
    private final String newLease;

    public Outbox(Database database) {
        this.transactions = new Transactions(database);
        this.newLease = (database.type() == DatabaseType.MYSQL ? "INSERT IGNORE" : "INSERT")
                + " INTO jhss_outbox_lease (endpoint, holder, held_until) VALUES (?, ?, ?)"
                + (database.type() == DatabaseType.MYSQL ? "" : " ON CONFLICT (endpoint) DO NOTHING");
    }

    /** The endpoints that something waits for. */
    public List<String> endpoints() {
        return transactions.read("reading the outbox", connection -> {
            var found = new ArrayList<String>();
            var last = "";
            // One probe of the index per endpoint, however long the queues are.
            while (true) {
                var next = connection.prepare(NEXT_ENDPOINT);
                next.setString(1, last);
                try (var rows = next.executeQuery()) {
                    if (!rows.next()) {
                        return found;
                    }
                    last = rows.getString(1);
                    found.add(last);
                }
            }
        });
    }

    /**
     * Takes or prolongs the right to deliver to {@code endpoint}.
     *
     * @return whether {@code holder} has it for {@code length} from {@code now} on
     */
    public boolean lease(String endpoint, String holder, Instant now, Duration length) {
        return transactions.write("leasing an endpoint", connection -> {
            long until = now.plus(length).toEpochMilli();
            var take = connection.prepare(TAKE_LEASE);
            take.setString(1, holder);
            take.setLong(2, until);
            take.setString(3, endpoint);
            take.setString(4, holder);
            take.setLong(5, now.toEpochMilli());
            if (take.executeUpdate() == 1) {
                return true;
            }
            var insert = connection.prepare(newLease);
            insert.setString(1, endpoint);
            insert.setString(2, holder);
            insert.setLong(3, until);
            return insert.executeUpdate() == 1;
        });
    }

    /** Gives the right back, so that another process need not wait for its end. */
    public void release(String endpoint, String holder) {
        transactions.write("releasing an endpoint", connection -> {
            var release = connection.prepare(RELEASE);
            release.setString(1, endpoint);
            release.setString(2, holder);
            return release.executeUpdate();
        });
    }

    /** The oldest notifications that wait for {@code endpoint}, in order, due or not. */
    public List<Waiting> head(String endpoint, int most) {
        return transactions.read("reading the outbox", connection -> {
            var select = connection.prepare(HEAD);
            select.setString(1, endpoint);
            select.setInt(2, most);
            var found = new ArrayList<Waiting>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(waiting(endpoint, rows));
                }
            }
            return found;
        });
    }

    /** Forgets a notification that has arrived. */
    public void delivered(long id) {
        transactions.write("ending a delivery", connection -> {
            var delete = connection.prepare(DELIVERED);
            delete.setLong(1, id);
            return delete.executeUpdate();
        });
    }

    /** Keeps a notification for a later attempt. */
    public void failed(long id, Instant nextAttempt, String error) {
        transactions.write("putting a delivery off", connection -> {
            var update = connection.prepare(FAILED);
            update.setLong(1, nextAttempt.toEpochMilli());
            update.setString(2, cut(error));
            update.setLong(3, id);
            return update.executeUpdate();
        });
    }

    /** Gives a notification up; it is kept as a dead letter. */
    public void bury(long id, String error) {
        transactions.write("giving a delivery up", connection -> {
            var update = connection.prepare(BURIED);
            update.setString(1, cut(error));
            update.setLong(2, id);
            return update.executeUpdate();
        });
    }

    /** Lets all dead letters wait again, as if they were queued {@code now}; says how many. */
    public int revive(Instant now) {
        return transactions.write("reviving dead letters", connection -> {
            var update = connection.prepare(REVIVE);
            update.setLong(1, now.toEpochMilli());
            update.setLong(2, now.toEpochMilli());
            return update.executeUpdate();
        });
    }

    /** Forgets dead letters older than {@code before}; says how many. */
    public int prune(Instant before) {
        return transactions.write("pruning dead letters", connection -> {
            var delete = connection.prepare(PRUNE);
            delete.setLong(1, before.toEpochMilli());
            return delete.executeUpdate();
        });
    }

    /** How full the outbox is. Counts rows: not for every second. */
    public OutboxCounts counts() {
        return transactions.read("counting the outbox", connection -> {
            try (var rows = connection.prepare(COUNTS).executeQuery()) {
                rows.next();
                return new OutboxCounts(rows.getLong(1), rows.getLong(2));
            }
        });
    }

    private static Waiting waiting(String endpoint, ResultSet rows) throws SQLException {
        return new Waiting(
                rows.getLong(1),
                new Notification(endpoint, rows.getString(2), rows.getString(3)),
                Instant.ofEpochMilli(rows.getLong(4)),
                rows.getInt(5),
                Instant.ofEpochMilli(rows.getLong(6)));
    }

    private static String cut(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
