// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.store.change.NetworkChange;
import org.jhss.store.change.NetworkChanges;
import org.jhss.store.change.Origin;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.StoreException;
import org.jhss.store.outbox.Notification;
import org.jhss.store.outbox.OutboxWriter;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of {@link Tables}. One thread; not to be kept beyond it. Methods throw {@link StoreException}s.
 */
public final class TableTransaction {

    interface Work<T> {
        T run() throws SQLException;
    }

    private final Tables tables;
    private final PreparedConnection connection;
    private final Database database;

    TableTransaction(Tables tables, PreparedConnection connection) {
        this.tables = tables;
        this.connection = connection;
        this.database = tables.database();
    }

    /** The connection, for what belongs into the same transaction. */
    public PreparedConnection connection() {
        return connection;
    }

    /** The row with that key. */
    public Optional<@Nullable Object[]> get(Table table, int key) {
        return one(table, tables.sql(table).byKey, key);
    }

    /** The row with that key, locked until the end of the transaction. */
    public Optional<@Nullable Object[]> lock(Table table, int key) {
        return one(table, tables.sql(table).lockByKey, key);
    }

    /** The rows with {@code value} in {@code column}, by key. */
    public List<@Nullable Object[]> find(Table table, int column, Object value) {
        return attempt("reading " + table, () -> {
            var select = connection.prepare(tables.sql(table).byColumn(column));
            table.columns().get(column).kind().bind(select, 1, value, database.timestamps());
            return rows(table, select);
        });
    }

    /** The rows of {@code selection}, in its order. */
    public List<@Nullable Object[]> select(Table table, Selection selection) {
        return attempt("listing " + table, () -> {
            // Of these texts there may be any number, so they are not kept prepared.
            try (var select =
                    connection.plain().prepareStatement(tables.sql(table).select(selection))) {
                bind(table, selection, select);
                return rows(table, select);
            }
        });
    }

    /** How many rows meet the filters of {@code selection}. */
    public long count(Table table, Selection selection) {
        return attempt("counting " + table, () -> {
            try (var select =
                    connection.plain().prepareStatement(tables.sql(table).count(selection))) {
                bind(table, selection, select);
                try (var rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /**
     * Stores a new row; its key is given by the database when it is null, and set in {@code row}.
     *
     * @throws StoreException.Conflict when a unique key or a reference forbids it
     */
    public int insert(Table table, @Nullable Object[] row) {
        return attempt("storing in " + table, () -> {
            boolean given = row[0] != null;
            var sql = tables.sql(table);
            var insert = connection.prepare(given ? sql.insertWithKey : sql.insert);
            int index = 1;
            for (int i = given ? 0 : 1; i < table.ownColumns(); i++) {
                bind(table, insert, index++, i, row[i]);
            }
            int key = insertedKey(table, sql, insert, row[0]);
            row[0] = key;
            if (hasExtension(table, row)) {
                writeExtension(table, row);
            }
            return key;
        });
    }

    /** Writes the columns in which {@code row} differs from {@code before}; the key is not one of them. */
    public void update(Table table, @Nullable Object[] before, @Nullable Object[] row) {
        attempt("changing " + table, () -> {
            var changed = new boolean[table.ownColumns()];
            int count = 0;
            for (int i = 1; i < changed.length; i++) {
                changed[i] = !Values.equal(before[i], row[i]);
                count += changed[i] ? 1 : 0;
            }
            if (count > 0) {
                updateOwn(table, row, changed, count);
            }
            for (int i = table.ownColumns(); i < row.length; i++) {
                if (!Values.equal(before[i], row[i])) {
                    writeExtension(table, row);
                    break;
                }
            }
            return count;
        });
    }

    /** Deletes the row with that key, and what goes with it; false when there is none. */
    public boolean delete(Table table, int key) {
        return attempt("deleting from " + table, () -> {
            var delete = connection.prepare(tables.sql(table).delete);
            delete.setInt(1, key);
            return delete.executeUpdate() == 1;
        });
    }

    /** Deletes all rows that meet all of {@code filters}; says how many. */
    public int deleteAll(Table table, List<Filter> filters) {
        var selection = new Selection(filters, List.of(), 0, 0);
        return attempt("deleting from " + table, () -> {
            var delete = connection.prepare(tables.sql(table).delete(selection));
            bind(table, selection, delete);
            return delete.executeUpdate();
        });
    }

    /** Records what the network must hear of, if the transaction is committed; says how many changes that makes. */
    public int record(NetworkChanges network, List<? extends NetworkChange> changes, Origin origin) {
        return attempt("recording changes for the network", () -> network.record(connection.plain(), changes, origin));
    }

    /** Queues notifications that are sent if, and only if, the transaction is committed. */
    public void enqueue(List<Notification> notifications, Instant at) {
        attempt("queueing notifications", () -> {
            OutboxWriter.write(
                    connection,
                    notifications.stream()
                            .map(notification -> new OutboxWriter.Entry(notification, at))
                            .toList());
            return notifications;
        });
    }

    private Optional<@Nullable Object[]> one(Table table, String sql, int key) {
        return attempt("reading " + table, () -> {
            var select = connection.prepare(sql);
            select.setInt(1, key);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(row(table, rows)) : Optional.empty();
            }
        });
    }

    private List<@Nullable Object[]> rows(Table table, PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var found = new ArrayList<@Nullable Object[]>();
            while (rows.next()) {
                found.add(row(table, rows));
            }
            return found;
        }
    }

    private @Nullable Object[] row(Table table, ResultSet rows) throws SQLException {
        var columns = table.columns();
        var row = new @Nullable Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = columns.get(i).kind().read(rows, i + 1, database.timestamps());
        }
        return row;
    }

    private void bind(Table table, Selection selection, PreparedStatement statement) throws SQLException {
        int index = 1;
        for (var filter : selection.filters()) {
            for (var value : filter.values()) {
                bind(
                        table,
                        statement,
                        index++,
                        filter.column(),
                        tables.sql(table).bound(filter, value));
            }
        }
    }

    private void bind(Table table, PreparedStatement statement, int index, int column, @Nullable Object value)
            throws SQLException {
        table.columns().get(column).kind().bind(statement, index, value, database.timestamps());
    }

    private int insertedKey(Table table, TableSql sql, PreparedStatement insert, @Nullable Object given)
            throws SQLException {
        if (database.type() == DatabaseType.POSTGRESQL) {
            int key = first(insert);
            if (given != null && table.isNumbering()) {
                advanceKey(sql, key);
            }
            return key;
        }
        insert.executeUpdate();
        return given instanceof Integer key ? key : first(connection.prepare(sql.insertedKey));
    }

    /** A key that the client chose does not move PostgreSQL's sequence, so that a later row would collide with it. */
    private void advanceKey(TableSql sql, int key) throws SQLException {
        var advance = connection.prepare(sql.advanceKey);
        advance.setLong(1, key);
        advance.setLong(2, key);
        advance.executeQuery().close();
    }

    private static int first(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void updateOwn(Table table, @Nullable Object[] row, boolean[] changed, int count) throws SQLException {
        var statements = tables.sql(table);
        var sql = statements.update(changed);
        if (statements.isKept(sql)) {
            updateOwn(table, row, changed, count, connection.prepare(sql));
            return;
        }
        try (var update = connection.plain().prepareStatement(sql)) {
            updateOwn(table, row, changed, count, update);
        }
    }

    private void updateOwn(Table table, @Nullable Object[] row, boolean[] changed, int count, PreparedStatement update)
            throws SQLException {
        int index = 1;
        for (int i = 1; i < changed.length; i++) {
            if (changed[i]) {
                bind(table, update, index++, i, row[i]);
            }
        }
        bind(table, update, count + 1, 0, row[0]);
        update.executeUpdate();
    }

    private static boolean hasExtension(Table table, @Nullable Object[] row) {
        for (int i = table.ownColumns(); i < row.length; i++) {
            if (row[i] != null) {
                return true;
            }
        }
        return false;
    }

    private void writeExtension(Table table, @Nullable Object[] row) throws SQLException {
        var upsert = connection.prepare(tables.sql(table).upsertExtension);
        bind(table, upsert, 1, 0, row[0]);
        for (int i = table.ownColumns(); i < row.length; i++) {
            bind(table, upsert, i - table.ownColumns() + 2, i, row[i]);
        }
        upsert.executeUpdate();
    }

    <T> T attempt(String what, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw database.translate(what, e);
        }
    }
}
