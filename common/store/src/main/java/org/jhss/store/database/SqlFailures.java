// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Says what an {@link SQLException} means, from SQLSTATE classes and, where the driver gives none, from vendor codes. */
public final class SqlFailures {

    private static final String SERIALIZATION_FAILURE_CLASS = "40";
    private static final String POSTGRESQL_LOCK_NOT_AVAILABLE = "55P03";
    private static final String CONNECTION_CLASS = "08";
    private static final String POSTGRESQL_OPERATOR_INTERVENTION_CLASS = "57P";
    private static final String INSUFFICIENT_RESOURCES_CLASS = "53";
    private static final String INTEGRITY_CLASS = "23";

    private static final int MARIADB_LOCK_WAIT_TIMEOUT = 1205;
    private static final int MARIADB_DEADLOCK = 1213;
    private static final int MARIADB_RECORD_CHANGED = 1020;

    private static final int SQLITE_PRIMARY_CODE_MASK = 0xFF;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_CONSTRAINT = 19;

    private SqlFailures() {}

    /** The failure that {@code cause} stands for, while doing {@code what}. */
    public static StoreException translate(DatabaseType type, String what, SQLException cause) {
        var root = rootOf(cause);
        var message = what + ": " + describe(root);
        if (isRetryable(type, root)) {
            return new StoreException.Retryable(message, cause);
        }
        if (isUnavailable(type, root)) {
            return new StoreException.Unavailable(message, cause);
        }
        if (isConflict(type, root)) {
            return new StoreException.Conflict(message, cause);
        }
        return new StoreException.Fatal(message, cause);
    }

    /** A defect that is not the driver's, such as a row count that cannot be. */
    public static StoreException fatal(String what, @Nullable Throwable cause) {
        return new StoreException.Fatal(what, cause);
    }

    /** The database is there, but not usable, for a reason that is not the driver's. */
    public static StoreException unavailable(String what, Throwable cause) {
        return new StoreException.Unavailable(what, cause);
    }

    private static SQLException rootOf(SQLException cause) {
        var root = cause;
        while (root.getCause() instanceof SQLException deeper) {
            root = deeper;
        }
        return root.getNextException() != null ? root.getNextException() : root;
    }

    private static String describe(SQLException root) {
        return root.getClass().getSimpleName() + " SQLSTATE " + root.getSQLState() + " code " + root.getErrorCode();
    }

    private static boolean isRetryable(DatabaseType type, SQLException e) {
        return switch (type) {
            case SQLITE -> primary(e) == SQLITE_BUSY || primary(e) == SQLITE_LOCKED;
            case POSTGRESQL ->
                stateStarts(e, SERIALIZATION_FAILURE_CLASS) || POSTGRESQL_LOCK_NOT_AVAILABLE.equals(e.getSQLState());
            case MYSQL ->
                e.getErrorCode() == MARIADB_LOCK_WAIT_TIMEOUT
                        || e.getErrorCode() == MARIADB_DEADLOCK
                        || e.getErrorCode() == MARIADB_RECORD_CHANGED
                        || stateStarts(e, SERIALIZATION_FAILURE_CLASS);
        };
    }

    private static boolean isUnavailable(DatabaseType type, SQLException e) {
        if (e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || stateStarts(e, CONNECTION_CLASS)
                || stateStarts(e, INSUFFICIENT_RESOURCES_CLASS)) {
            return true;
        }
        return switch (type) {
            case SQLITE ->
                switch (primary(e)) {
                    case SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN -> true;
                    default -> false;
                };
            case POSTGRESQL -> stateStarts(e, POSTGRESQL_OPERATOR_INTERVENTION_CLASS);
            case MYSQL -> false;
        };
    }

    private static boolean isConflict(DatabaseType type, SQLException e) {
        return type == DatabaseType.SQLITE ? primary(e) == SQLITE_CONSTRAINT : stateStarts(e, INTEGRITY_CLASS);
    }

    private static int primary(SQLException e) {
        return e.getErrorCode() & SQLITE_PRIMARY_CODE_MASK;
    }

    private static boolean stateStarts(SQLException e, String prefix) {
        return e.getSQLState() != null && e.getSQLState().startsWith(prefix);
    }
}
