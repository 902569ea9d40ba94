// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.store.database.Columns;
import org.jhss.store.database.Database;
import org.jhss.store.database.IdList;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.StoreException;
import org.jhss.store.database.Transactions;

/**
 * Spreads wide changes to the subscribers concerned that are served now, a page at a time: the page and how far it went are one
 * transaction, so that a new dispatcher goes on where the last one stopped. Methods throw {@link StoreException}s. Thread-safe.
 */
public final class WideChanges {

    /** Stands for "any column of an APN" among the columns of what a subscriber gets. */
    public static final String APN = "apn";

    /** Stands for "a rule of roaming" among them. */
    public static final String ROAMING_RULE = "roaming_rule";

    private static final long ALL = Long.MAX_VALUE;
    private static final int SGSN = 2;

    private static final String RUNNING = "state = 'running' AND imsi IS NULL ORDER BY change_id";
    private static final String REACHED = "SELECT reached FROM jhss_change WHERE change_id = ?";
    private static final String OPEN =
            "SELECT COUNT(*) FROM jhss_change WHERE parent = ? AND state IN ('pending', 'running')";
    private static final String FAILED = "SELECT COUNT(*) FROM jhss_change WHERE parent = ? AND state = 'failed'";
    private static final String SERVED =
            "SELECT s.subscriber_id, s.imsi, s.default_apn, s.apn_list, s.roaming_rule_list"
                    + " FROM subscriber s WHERE s.subscriber_id > ? AND (s.serving_mme IS NOT NULL OR EXISTS"
                    + " (SELECT 1 FROM jhss_serving_node n WHERE n.subscriber_id = s.subscriber_id AND n.node_type = "
                    + SGSN
                    + " AND n.purged = ?)) ORDER BY s.subscriber_id LIMIT ?";
    private static final String ADVANCE = "UPDATE jhss_change SET reached = ?, spread = spread + ? WHERE change_id = ?";
    private static final String END = "UPDATE jhss_change SET state = ?, finished = ? WHERE change_id = ?";

    private final Transactions transactions;

    public WideChanges(Database database) {
        this.transactions = new Transactions(database);
    }

    /** Those that are being carried out. */
    public List<Change> running() {
        return transactions.read(
                "reading wide changes", connection -> ChangeRows.read(connection.prepare(ChangeRows.SELECT + RUNNING)));
    }

    /**
     * Carries {@code change} on: spreads it to the next subscribers while few of the last ones wait, ends it when all have ended.
     *
     * @param page most subscribers to look at
     * @return whether anything was done
     */
    public boolean advance(Change change, int page, Instant now) {
        return transactions.write("spreading a change", connection -> {
            long waiting = count(connection, OPEN, change.id());
            long reached = count(connection, REACHED, change.id());
            if (reached == ALL) {
                return waiting == 0 && end(connection, change, now);
            }
            return waiting < page && spread(connection, change, reached, page);
        });
    }

    private static long count(PreparedConnection connection, String sql, long id) throws SQLException {
        var select = connection.prepare(sql);
        select.setLong(1, id);
        try (var rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static boolean end(PreparedConnection connection, Change change, Instant now) throws SQLException {
        boolean failed = count(connection, FAILED, change.id()) > 0;
        var end = connection.prepare(END);
        end.setString(1, (failed ? ChangeState.FAILED : ChangeState.DONE).label());
        end.setLong(2, now.toEpochMilli());
        end.setLong(3, change.id());
        return end.executeUpdate() == 1;
    }

    private static boolean spread(PreparedConnection connection, Change change, long from, int page)
            throws SQLException {
        var select = connection.prepare(SERVED);
        select.setLong(1, from);
        select.setBoolean(2, false);
        select.setInt(3, page);
        var parts = new ArrayList<NewChange>();
        long reached = from;
        int seen = 0;
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                seen++;
                reached = rows.getLong(1);
                var imsi = Imsi.parse(Columns.text(rows, 2));
                int subject = change.subject().orElse(0);
                boolean concerned = switch (change.kind()) {
                    case APN ->
                        rows.getInt(3) == subject
                                || IdList.parse(rows.getString(4)).contains(subject);
                    case ROAMING_RULE -> {
                        // Without rules of its own a subscriber is under all of them.
                        var own = IdList.parse(rows.getString(5));
                        yield own.isEmpty() || own.contains(subject);
                    }
                    default -> true;
                };
                if (concerned && imsi.isPresent()) {
                    parts.add(part(change, imsi.get(), rows.getInt(1)));
                }
            }
        }
        var origin = new Origin(change.operationId(), change.created());
        NetworkChanges.insert(connection.plain(), parts, origin);
        var advance = connection.prepare(ADVANCE);
        advance.setLong(1, seen < page ? ALL : reached);
        advance.setInt(2, parts.size());
        advance.setLong(3, change.id());
        advance.executeUpdate();
        return true;
    }

    private static NewChange part(Change change, Imsi imsi, int subscriberId) {
        boolean apn = change.kind() == ChangeKind.APN;
        return new NewChange(
                apn ? ChangeKind.SUBSCRIPTION : ChangeKind.ROAMING,
                Optional.of(imsi),
                OptionalInt.of(subscriberId),
                Detail.ofColumns(Set.of(apn ? APN : ROAMING_RULE)),
                OptionalLong.of(change.id()),
                OptionalLong.empty(),
                0);
    }
}
