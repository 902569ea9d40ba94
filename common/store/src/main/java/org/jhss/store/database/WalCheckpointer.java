// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.logging.Recurring;

/**
 * Carries what SQLite's write-ahead log holds into the database file, beside the transactions instead of within them. Left to itself
 * SQLite does so in the commit that fills 1,000 pages, which then waits for the disk; and a log that is always written to never
 * starts anew. What is carried over has reached the disk, so a power cut takes back no more than the last moments.
 */
final class WalCheckpointer implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    /** SQLite's own checkpoint, should this one not keep up: 128 MiB of log with pages of 4 KiB. */
    static final int PAGES_UNTIL_INLINE = 32_768;

    /** From here on (32 MiB) the log is to start anew: a longer one costs readers more and the disk its size. */
    private static final int PAGES_UNTIL_RESTART = 8_192;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Asks only; changes nothing. */
    private static final String STATUS = "PRAGMA wal_checkpoint(NOOP)";

    /** Never waits for a reader or a writer, nor lets one wait. */
    private static final String CHECKPOINT = "PRAGMA wal_checkpoint(PASSIVE)";

    private final Database database;
    private final HikariDataSource connections;
    private final ScheduledExecutorService timer;

    /** The state of the log: pages in it, and those of them that are in the database file too. */
    private record Log(int pages, int carried) {

        private int left() {
            return pages - carried;
        }

        private boolean isLong() {
            return pages >= PAGES_UNTIL_RESTART;
        }
    }

    private WalCheckpointer(Database database, HikariDataSource connections) {
        this.database = database;
        this.connections = connections;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("jhss-checkpoint").daemon().factory());
    }

    /** Works until it is closed. */
    static WalCheckpointer start(Database database) {
        var checkpointer =
                new WalCheckpointer(database, new HikariDataSource(PoolConfig.sqliteCheckpoints(database.settings())));
        var _ = checkpointer.timer.scheduleWithFixedDelay(
                Recurring.of("SQLite checkpoint", checkpointer::run),
                INTERVAL.toMillis(),
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
        return checkpointer;
    }

    private void run() {
        if (!database.hasWriter()) {
            return;
        }
        try (var connection = connections.getConnection()) {
            if (ask(connection, STATUS).left() == 0
                    || !ask(connection, CHECKPOINT).isLong()) {
                return;
            }
            // Once more, so that little is left to do while writers wait.
            ask(connection, CHECKPOINT);
            finish(connection);
        } catch (SQLException e) {
            throw database.translate("checkpointing", e);
        }
    }

    /** With the write lock held nothing is added to the log, so that it is carried over to its end, whereupon the next writer begins it anew. */
    private void finish(Connection connection) throws SQLException {
        try (var writer = database.prepared()) {
            try {
                ask(connection, CHECKPOINT);
            } finally {
                writer.rollback();
            }
        }
    }

    /** A log that is not there counts as empty: SQLite says -1. */
    private static Log ask(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(pragma)) {
            row.next();
            return new Log(Math.max(0, row.getInt(2)), Math.max(0, row.getInt(3)));
        }
    }

    /** Ends the work; the last connection to close carries over what is left, as SQLite does. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
        connections.close();
    }
}
