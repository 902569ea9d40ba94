// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.access;

import java.sql.SQLException;
import org.jhss.store.database.Database;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.StoreException;

/** Short transactions of few statements. */
final class Statements {

    interface Work<T> {
        T on(PreparedConnection connection) throws SQLException;
    }

    private final Database database;

    Statements(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    <T> T read(String what, Work<T> work) {
        return run(what, database.preparedReader(), work);
    }

    <T> T write(String what, Work<T> work) {
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
