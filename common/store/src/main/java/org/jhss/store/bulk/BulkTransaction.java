// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.StoreException;
import org.jhss.store.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that writes many rows. On SQLite it holds the write lock from its beginning. Methods throw {@link StoreException}s,
 * after which nothing may be committed. One thread.
 */
public final class BulkTransaction implements AutoCloseable {

    private final Database database;
    private final PreparedConnection connection;
    private final RowInserter inserter;
    private final KeyCondition condition;
    private boolean broken;

    private BulkTransaction(Database database, PreparedConnection connection) {
        this.database = database;
        this.connection = connection;
        this.inserter = switch (database.type()) {
            case SQLITE -> new SqliteInserter(connection, database.timestamps());
            case POSTGRESQL -> new PostgresInserter(connection);
            case MYSQL -> new MysqlInserter(connection, database.timestamps());
        };
        this.condition = KeyCondition.of(database.type());
        if (database.type() == DatabaseType.POSTGRESQL) {
            try {
                run("beginning", this::preferIndexes);
            } catch (StoreException e) {
                close();
                throw e;
            }
        }
    }

    /**
     * Tables that grow from nothing have no statistics yet, by which PostgreSQL would scan all of them for a batch's keys. For this
     * transaction only.
     */
    private void preferIndexes() throws SQLException {
        connection
                .prepare("SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),"
                        + " set_config('enable_mergejoin', 'off', true)")
                .execute();
    }

    /**
     * Begins one.
     *
     * @throws StoreException.Unavailable when the database is not to be had
     */
    public static BulkTransaction begin(Database database) {
        return new BulkTransaction(database, database.prepared());
    }

    /**
     * Begins one that only reads.
     *
     * @throws StoreException.Unavailable when the database is not to be had
     */
    public static BulkTransaction beginReading(Database database) {
        return new BulkTransaction(database, database.preparedReader());
    }

    /** Inserts rows without their extensions; a row without a key gets one, which it has afterwards if {@code keysNeeded}. */
    public void insert(Table table, List<@Nullable Object[]> rows, boolean keysNeeded) {
        if (!rows.isEmpty()) {
            run("inserting into " + table, () -> inserter.insert(TablePart.own(table), rows, keysNeeded));
        }
    }

    /** Inserts the extensions of those rows that have values in one; the keys must be there. */
    public void insertExtensions(Table table, List<@Nullable Object[]> rows) {
        if (table.extension().isEmpty()) {
            return;
        }
        var part = TablePart.extension(table);
        var filled = rows.stream().filter(part::isFilled).collect(Collectors.toCollection(ArrayList::new));
        if (!filled.isEmpty()) {
            run("inserting into " + part.name(), () -> inserter.insert(part, filled, false));
        }
    }

    /** Writes all columns of rows that exist, and their extensions whether there was one or not. */
    public void update(Table table, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        run("updating " + table, () -> {
            var part = TablePart.own(table);
            var update = connection.prepare(part.update());
            for (var row : rows) {
                int index = part.bind(update, row, 1, database.timestamps());
                update.setObject(index, row[0]);
                update.addBatch();
            }
            update.executeBatch();
            if (table.extension().isPresent()) {
                updateExtensions(TablePart.extension(table), rows);
            }
        });
    }

    private void updateExtensions(TablePart part, List<@Nullable Object[]> rows) throws SQLException {
        var missing = new ArrayList<@Nullable Object[]>();
        var update = connection.prepare(part.update());
        for (var row : rows) {
            int index = part.bind(update, row, 1, database.timestamps());
            update.setObject(index, row[0]);
            if (update.executeUpdate() == 0 && part.isFilled(row)) {
                missing.add(row);
            }
        }
        if (!missing.isEmpty()) {
            inserter.insert(part, missing, false);
        }
    }

    /** The rows, with their extensions, whose {@code column}, one of the table's own, is one of {@code keys}. */
    public List<@Nullable Object[]> find(Table table, String column, Collection<?> keys) {
        var found = new ArrayList<@Nullable Object[]>();
        run("reading " + table, () -> {
            var select = Selects.of(table) + " WHERE t." + column;
            for (var piece : condition.pieces(keys)) {
                var statement = connection.prepare(select + condition.text(piece.size()));
                condition.bind(statement, piece);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(Selects.row(rows, table.columns(), 1, database.timestamps()));
                    }
                }
            }
        });
        return found;
    }

    /** Deletes the rows with these keys, and what goes with them. */
    public void delete(Table table, Collection<Integer> keys) {
        run("deleting from " + table, () -> {
            for (var piece : condition.pieces(keys)) {
                var delete = connection.prepare(
                        "DELETE FROM " + table.name() + " WHERE " + table.key() + condition.text(piece.size()));
                condition.bind(delete, piece);
                delete.executeUpdate();
            }
        });
    }

    /**
     * Does {@code part}; if the rows contradict a unique key or a reference, takes back what it did and nothing else.
     *
     * @return whether it was done
     */
    public boolean attempt(Runnable part) {
        try {
            var savepoint = connection.plain().setSavepoint();
            boolean done = false;
            try {
                part.run();
                done = true;
            } catch (StoreException.Conflict _) {
                connection.plain().rollback(savepoint);
            }
            connection.plain().releaseSavepoint(savepoint);
            return done;
        } catch (SQLException e) {
            throw translate("taking back a part", e);
        }
    }

    /** Makes what was written lasting. */
    public void commit() {
        run("committing", connection::commit);
    }

    /** Does on the connection what else belongs into the transaction. */
    public void run(String what, SqlAction action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw translate(what, e);
        }
    }

    private StoreException translate(String what, SQLException e) {
        var failure = database.translate(what, e);
        broken |= failure instanceof StoreException.Unavailable;
        return failure;
    }

    /** The connection, for {@link #run}. */
    public Connection connection() {
        return connection.plain();
    }

    /** A piece of JDBC. */
    @FunctionalInterface
    public interface SqlAction {
        /** Does it. */
        void run() throws SQLException;
    }

    /** Takes back what was not committed and hands the connection back. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            if (broken) {
                connection.discard();
            }
        } catch (SQLException e) {
            if (!broken) {
                throw database.translate("closing", e);
            }
        }
    }
}
