// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.sql.SQLException;

/** Short transactions of few statements. Thread-safe. Every failure is a {@link StoreException}, and nothing has been written then. */
public final class Transactions {

    /** What is done in one. */
    public interface Work<T> {
        /** Does it. */
        T on(PreparedConnection connection) throws SQLException;
    }

    private final Database database;

    public Transactions(Database database) {
        this.database = database;
    }

    /** Does {@code work}, which only reads; {@code what} is for the message of a failure. */
    public <T> T read(String what, Work<T> work) {
        return run(what, database.preparedReader(), work);
    }

    /** Does {@code work} and commits. */
    public <T> T write(String what, Work<T> work) {
        return run(what, database.prepared(), work);
    }

    private <T> T run(String what, PreparedConnection connection, Work<T> work) {
        try (connection) {
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                throw failure(what, connection, e);
            }
        } catch (SQLException e) {
            throw database.translate(what, e);
        }
    }

    private StoreException failure(String what, PreparedConnection connection, SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            connection.discard();
        }
        return database.translate(what, cause);
    }
}
