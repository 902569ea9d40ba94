// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The pools of connections to one database. SQLite has one writing connection and several reading ones, since it lets one
 * transaction write at a time; the others have one pool for both. Connections come with auto-commit off and READ COMMITTED.
 * Thread-safe. Opening does not connect: a database that is down shows when it is used.
 */
public final class Database implements AutoCloseable {

    /** Changes nothing, but takes the write lock as BEGIN IMMEDIATE does, within JDBC's own transactions. */
    private static final String SQLITE_LOCK = "UPDATE database_schema_version SET comment = comment WHERE 0";

    private static final int CHECK_SECONDS = 2;

    private final DatabaseSettings settings;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Outage outage;
    private final Timestamps timestamps;
    private final StatementCache statements = new StatementCache();
    private @Nullable WalCheckpointer checkpointer;

    private Database(DatabaseSettings settings, HikariDataSource writers, HikariDataSource readers) {
        this.settings = settings;
        this.writers = writers;
        this.readers = readers;
        this.outage = new Outage(writers);
        this.timestamps = new Timestamps(settings.type());
    }

    /** The pools for {@code settings}. */
    public static Database open(DatabaseSettings settings) {
        if (settings.type() != DatabaseType.SQLITE) {
            var pool = new HikariDataSource(PoolConfig.server(settings));
            return new Database(settings, pool, pool);
        }
        var database = new Database(
                settings,
                new HikariDataSource(PoolConfig.sqliteWriter(settings)),
                new HikariDataSource(PoolConfig.sqliteReaders(settings)));
        database.checkpointer = WalCheckpointer.start(database);
        return database;
    }

    /**
     * A pool of its own for migrating: Flyway needs several connections at once, which SQLite's one writer is not, and auto-commit.
     */
    public static Database openForMigration(DatabaseSettings settings) {
        var pool = new HikariDataSource(PoolConfig.migration(settings));
        return new Database(settings, pool, pool);
    }

    public DatabaseSettings settings() {
        return settings;
    }

    public DatabaseType type() {
        return settings.type();
    }

    public Timestamps timestamps() {
        return timestamps;
    }

    /** Connections that may write. */
    public DataSource writers() {
        return writers;
    }

    /** Connections that only read. */
    public DataSource readers() {
        return readers;
    }

    /**
     * Asks the database for a sign of life.
     *
     * @return which database it is, without secrets
     * @throws StoreException when it does not answer
     */
    public String check() {
        try (var connection = readers.getConnection()) {
            if (!connection.isValid(CHECK_SECONDS)) {
                throw new SQLException("no answer");
            }
            return settings.toString();
        } catch (SQLException e) {
            throw SqlFailures.unavailable("check the database", e);
        }
    }

    /**
     * A connection whose statements stay prepared between uses.
     *
     * @throws StoreException.Unavailable when none is to be had in time
     */
    public PreparedConnection prepared() {
        var connection = prepared(writers);
        if (type() == DatabaseType.SQLITE) {
            lock(connection);
        }
        return connection;
    }

    /** Whether a connection to write with is open: before the first there is nothing to keep. */
    boolean hasWriter() {
        return writers.getHikariPoolMXBean().getTotalConnections() > 0;
    }

    private void lock(PreparedConnection connection) {
        try {
            connection.prepare(SQLITE_LOCK).executeUpdate();
        } catch (SQLException e) {
            try (connection) {
                connection.rollback();
            } catch (SQLException broken) {
                e.addSuppressed(broken);
            }
            throw translate("locking the database", e);
        }
    }

    /**
     * Makes the transaction that {@code connection} begins a writing one. To be called before anything is read: SQLite does not let
     * a transaction write that began with reading, if another has written meanwhile.
     */
    public void beginWriting(Connection connection) throws SQLException {
        if (type() == DatabaseType.SQLITE) {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate(SQLITE_LOCK);
            }
        }
    }

    /** As {@link #prepared}, for reading only. */
    public PreparedConnection preparedReader() {
        return prepared(readers);
    }

    private PreparedConnection prepared(HikariDataSource pool) {
        if (outage.isLasting()) {
            throw SqlFailures.unavailable("the database is down", new SQLTransientConnectionException());
        }
        try {
            var proxy = pool.getConnection();
            return new PreparedConnection(proxy, statements.of(proxy.unwrap(Connection.class)), pool::evictConnection);
        } catch (SQLException e) {
            if (type() != DatabaseType.SQLITE) {
                outage.suspect();
            }
            throw SqlFailures.unavailable(
                    "no connection to the database: " + e.getClass().getSimpleName(), e);
        }
    }

    /** {@code cause}, met while doing {@code what}, as the failure it stands for. */
    public StoreException translate(String what, SQLException cause) {
        return SqlFailures.translate(type(), what, cause);
    }

    @Override
    public void close() {
        if (checkpointer != null) {
            checkpointer.close();
        }
        writers.close();
        readers.close();
    }
}
