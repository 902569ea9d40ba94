// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.database.DatabaseType;

/**
 * Lets one process at a time migrate a database: PostgreSQL's advisory lock or MySQL's named lock, held by a connection of its own,
 * and on SQLite a lock on a file beside the database. All three go when their holder dies. Flyway's own locking does not cover
 * what happens before its history table exists, and on SQLite does nothing.
 */
final class MigrationLock implements AutoCloseable {

    /** "jhss" in ASCII; advisory locks are known by a number. */
    private static final long ADVISORY_KEY = 0x6A687373;

    private static final String NAMED_LOCK = "jhss_migration";
    private static final int PATIENCE_SECONDS = 600;

    /** A file lock holds between processes only. */
    private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

    private interface Release {
        void run() throws SQLException, IOException;
    }

    private final Release release;

    private MigrationLock(Release release) {
        this.release = release;
    }

    /** Waits for the lock. */
    static MigrationLock acquire(DatabaseSettings settings, DataSource source) throws SQLException, IOException {
        WITHIN_PROCESS.lock();
        try {
            return settings.type() == DatabaseType.SQLITE ? ofFile(settings) : ofConnection(settings, source);
        } catch (SQLException | IOException | RuntimeException e) {
            WITHIN_PROCESS.unlock();
            throw e;
        }
    }

    private static MigrationLock ofFile(DatabaseSettings settings) throws IOException {
        var file = Path.of(settings.database() + ".migrate-lock").toAbsolutePath();
        var directory = file.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new MigrationLock(channel::close);
    }

    private static MigrationLock ofConnection(DatabaseSettings settings, DataSource source) throws SQLException {
        var connection = source.getConnection();
        try {
            // Left in a transaction, PostgreSQL would be held up by our snapshot while it builds indexes.
            connection.setAutoCommit(true);
            if (settings.type() == DatabaseType.POSTGRESQL) {
                query(connection, "SELECT pg_advisory_lock(" + ADVISORY_KEY + ")");
            } else if (query(connection, "SELECT GET_LOCK('" + NAMED_LOCK + "', " + PATIENCE_SECONDS + ")") != 1) {
                throw new SQLException("another process migrates this database for too long");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new MigrationLock(() -> {
            try (connection) {
                query(
                        connection,
                        settings.type() == DatabaseType.POSTGRESQL
                                ? "SELECT pg_advisory_unlock(" + ADVISORY_KEY + ")"
                                : "SELECT RELEASE_LOCK('" + NAMED_LOCK + "')");
            }
        });
    }

    private static int query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getObject(1) instanceof Number number ? number.intValue() : 0;
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        try {
            release.run();
        } finally {
            WITHIN_PROCESS.unlock();
        }
    }
}
