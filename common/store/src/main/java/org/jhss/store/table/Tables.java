// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jhss.store.database.Database;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.StoreException;

/**
 * Transactions on rows of any {@link Table}. Thread-safe. Failures are {@link StoreException}s; nothing has been written then.
 *
 * <p>Plain JDBC with statements that stay prepared: a change by provisioning is five statements or more, which as Hibernate's
 * unprepared ones cost several times as much on SQLite (see {@link org.jhss.store.work.UnitOfWork} for the figures).
 */
public final class Tables {

    private final Database database;
    private final Map<Table, TableSql> statements = new ConcurrentHashMap<>();

    public Tables(Database database) {
        this.database = database;
    }

    /** Does {@code work} and commits; rolls back if it throws. Locks the database where that is SQLite. */
    public <T> T write(Function<TableTransaction, T> work) {
        return run(database.prepared(), work, true);
    }

    /** As {@link #write}, but commits only if {@code commit} says so of the result. */
    public <T> T write(Function<TableTransaction, T> work, Function<T, Boolean> commit) {
        var connection = database.prepared();
        return run(connection, work, commit);
    }

    /** Does {@code work}, which only reads. */
    public <T> T read(Function<TableTransaction, T> work) {
        return run(database.preparedReader(), work, false);
    }

    private <T> T run(PreparedConnection connection, Function<TableTransaction, T> work, boolean commit) {
        return run(connection, work, result -> commit);
    }

    private <T> T run(PreparedConnection connection, Function<TableTransaction, T> work, Function<T, Boolean> commit) {
        try (connection) {
            boolean done = false;
            try {
                var result = work.apply(new TableTransaction(this, connection));
                if (commit.apply(result)) {
                    connection.commit();
                    done = true;
                }
                return result;
            } catch (StoreException.Unavailable e) {
                connection.discard();
                throw e;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw database.translate("provisioning", e);
        }
    }

    Database database() {
        return database;
    }

    TableSql sql(Table table) {
        return statements.computeIfAbsent(table, t -> new TableSql(t, database.type()));
    }
}
