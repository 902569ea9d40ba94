// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jhss.store.change.Collapse.Collapsed;
import org.jhss.store.database.Database;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.StoreException;
import org.jhss.store.database.Transactions;

/**
 * The dispatcher's side: takes changes, and keeps how they ended. One process at a time may use it, the one that holds the lease.
 * Methods are one transaction each and throw {@link StoreException}s. Thread-safe.
 */
public final class ChangeQueue {

    private static final String WORK = "SELECT 1 FROM jhss_change WHERE (state = 'pending' AND next_attempt <= ?)"
            + " OR state = 'running' LIMIT 1";
    private static final String ANY_DUE =
            "SELECT 1 FROM jhss_change WHERE state = 'pending' AND next_attempt <= ? LIMIT 1";
    private static final String RESUME =
            "UPDATE jhss_change SET state = 'pending' WHERE state = 'running' AND imsi IS NOT NULL";
    private static final String DUE =
            "state = 'pending' AND next_attempt <= ? ORDER BY next_attempt, change_id LIMIT ?";
    private static final String OF_SUBSCRIBERS = "state = 'pending' AND token IS NULL AND imsi IN ";
    private static final String TAKE = "UPDATE jhss_change SET state = 'running', detail = ? WHERE change_id = ?";
    private static final String SUPERSEDE =
            "UPDATE jhss_change SET state = 'superseded', superseded_by = ?, finished = ? WHERE change_id = ?";
    private static final String END =
            "UPDATE jhss_change SET state = ?, attempts = attempts + 1, finished = ? WHERE change_id = ?";
    private static final String AGAIN = "UPDATE jhss_change SET state = 'pending', attempts = attempts + 1,"
            + " next_attempt = ? WHERE change_id = ?";
    private static final String REMOVE = "DELETE FROM jhss_change WHERE change_id = ?";
    private static final String CONFIRM = "DELETE FROM jhss_change WHERE imsi = ? AND token = ?";
    private static final String PRUNE_RESULTS = "DELETE FROM jhss_change_result WHERE change_id IN"
            + " (SELECT change_id FROM jhss_change WHERE finished < ?)";
    private static final String PRUNE = "DELETE FROM jhss_change WHERE finished < ?";
    private static final String BACKLOG =
            "SELECT COUNT(*), MIN(created) FROM jhss_change WHERE state IN ('pending', 'running') AND token IS NULL";

    private final Transactions transactions;
    private final ChangeLease lease;

    public ChangeQueue(Database database) {
        this.transactions = new Transactions(database);
        this.lease = new ChangeLease(database);
    }

    /**
     * What waits.
     *
     * @param pending changes that have not ended
     * @param oldest when the oldest of them was made, in milliseconds since 1970-01-01 UTC
     */
    public record Backlog(long pending, OptionalLong oldest) {}

    /** A move whose old node has confirmed: the change that it is known by. */
    public record Receipt(String imsi, long token) {}

    /** Whether there is anything to do, also what a process that died has left behind; reads only. */
    public boolean hasWork(Instant now) {
        return exists(WORK, now);
    }

    /** Whether {@link #take} would find something; reads only. */
    public boolean hasDue(Instant now) {
        return exists(ANY_DUE, now);
    }

    private boolean exists(String sql, Instant now) {
        return transactions.read("looking for changes", connection -> {
            var select = connection.prepare(sql);
            select.setLong(1, now.toEpochMilli());
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        });
    }

    /** Takes or prolongs the lease; says whether {@code holder} has it for {@code length} from {@code now} on. */
    public boolean lease(String holder, Instant now, Duration length) {
        return lease.take(holder, now, length);
    }

    /** Gives the lease back. */
    public void release(String holder) {
        lease.release(holder);
    }

    /** Lets what the former holder of the lease had in hand wait again; to be called once by a new one. */
    public int resume() {
        return transactions.write(
                "resuming changes", connection -> connection.prepare(RESUME).executeUpdate());
    }

    /**
     * Takes changes that are due, wide ones included, oldest first. Those of one subscriber's data become one; the others of them are
     * ended as superseded.
     *
     * @param busy subscribers whose changes are left alone
     * @param most how many rows to look at
     */
    public List<Change> take(Instant now, Set<String> busy, int most) {
        return transactions.write("taking changes", connection -> {
            var select = connection.prepare(ChangeRows.SELECT + DUE);
            select.setLong(1, now.toEpochMilli());
            select.setInt(2, most);
            var taken = new ArrayList<Change>();
            var due = new ArrayList<Change>();
            var subscribers = new LinkedHashSet<String>();
            for (var change : ChangeRows.read(select)) {
                if (change.imsi().isEmpty()) {
                    taken.add(change);
                } else if (!busy.contains(change.imsi().get())) {
                    due.add(change);
                    if (change.detail().targets().isEmpty()) {
                        subscribers.add(change.imsi().get());
                    }
                }
            }
            due.removeIf(change -> change.detail().targets().isEmpty());
            if (!subscribers.isEmpty()) {
                due.addAll(ofSubscribers(connection, subscribers));
            }
            for (var collapsed : Collapse.of(due)) {
                supersede(connection, collapsed, now);
                taken.add(collapsed.change());
            }
            markTaken(connection, taken);
            return taken;
        });
    }

    /** Also those that are not due yet: a new one takes a waiting one along. */
    private static List<Change> ofSubscribers(PreparedConnection connection, Collection<String> imsis)
            throws SQLException {
        var sql = ChangeRows.SELECT + OF_SUBSCRIBERS + ChangeRows.marks(imsis) + " ORDER BY change_id";
        try (var select = connection.plain().prepareStatement(sql)) {
            int index = 1;
            for (var imsi : imsis) {
                select.setString(index++, imsi);
            }
            var found = ChangeRows.read(select);
            found.removeIf(change -> !change.detail().targets().isEmpty());
            return found;
        }
    }

    private static void supersede(PreparedConnection connection, Collapsed collapsed, Instant now) throws SQLException {
        if (collapsed.superseded().isEmpty()) {
            return;
        }
        var update = connection.prepare(SUPERSEDE);
        for (var earlier : collapsed.superseded()) {
            update.setLong(1, collapsed.change().id());
            update.setLong(2, now.toEpochMilli());
            update.setLong(3, earlier.id());
            update.addBatch();
        }
        update.executeBatch();
    }

    private static void markTaken(PreparedConnection connection, List<Change> taken) throws SQLException {
        if (taken.isEmpty()) {
            return;
        }
        var update = connection.prepare(TAKE);
        for (var change : taken) {
            update.setString(1, DetailJson.write(change.detail()));
            update.setLong(2, change.id());
            update.addBatch();
        }
        update.executeBatch();
    }

    /** Keeps how attempts ended, and what the nodes answered. */
    public void end(List<Ending> endings, Instant now) {
        transactions.write("ending changes", connection -> {
            var results = new ArrayList<NodeResult>();
            for (var ending : endings) {
                results.addAll(ending.results());
                end(connection, ending, now);
            }
            ResultRows.write(connection, results);
            return endings.size();
        });
    }

    private static void end(PreparedConnection connection, Ending ending, Instant now) throws SQLException {
        if (ending.isEmpty()) {
            var remove = connection.prepare(REMOVE);
            remove.setLong(1, ending.changeId());
            remove.executeUpdate();
        } else if (ending.retryAt().isPresent()) {
            var again = connection.prepare(AGAIN);
            again.setLong(1, ending.retryAt().get().toEpochMilli());
            again.setLong(2, ending.changeId());
            again.executeUpdate();
        } else {
            var end = connection.prepare(END);
            end.setString(1, (ending.failed() ? ChangeState.FAILED : ChangeState.DONE).label());
            end.setLong(2, now.toEpochMilli());
            end.setLong(3, ending.changeId());
            end.executeUpdate();
        }
    }

    /** Forgets moves that the old node has confirmed; any process may. */
    public void confirmed(List<Receipt> receipts) {
        transactions.write("ending moves", connection -> {
            var delete = connection.prepare(CONFIRM);
            for (var receipt : receipts) {
                delete.setString(1, receipt.imsi());
                delete.setLong(2, receipt.token());
                delete.addBatch();
            }
            return delete.executeBatch();
        });
    }

    /** Forgets changes that ended before {@code before}, and their results; says how many changes. */
    public int prune(Instant before) {
        return transactions.write("pruning changes", connection -> {
            var results = connection.prepare(PRUNE_RESULTS);
            results.setLong(1, before.toEpochMilli());
            results.executeUpdate();
            var changes = connection.prepare(PRUNE);
            changes.setLong(1, before.toEpochMilli());
            return changes.executeUpdate();
        });
    }

    /** What waits. Counts rows: not for every second. */
    public Backlog backlog() {
        return transactions.read("counting changes", connection -> {
            try (var rows = connection.prepare(BACKLOG).executeQuery()) {
                rows.next();
                long oldest = rows.getLong(2);
                return new Backlog(rows.getLong(1), rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(oldest));
            }
        });
    }
}
