// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseSettings;

/**
 * A SQLite file.
 *
 * @param data the file
 */
public record SqliteDatabase(Path data) implements RigDatabase {

    private static final int BUSY_MILLIS = 10_000;
    private static final List<String> SYNCHRONOUS = List.of("OFF", "NORMAL", "FULL", "EXTRA");

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.SQLITE;
    }

    @Override
    public DatabaseSettings settings() {
        return DatabaseSettings.sqlite(data);
    }

    @Override
    public Map<String, Object> configuration() {
        return Map.of("db_type", kind().configName(), "database", data.toString());
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data + "?busy_timeout=" + BUSY_MILLIS);
    }

    @Override
    public Node server() {
        throw new UnsupportedOperationException("SQLite has no server");
    }

    @Override
    public Duration cpuTime() {
        return Duration.ZERO;
    }

    @Override
    public long residentMegabytes() {
        return 0;
    }

    /** {@code synchronous} is a connection's own, so it is read from one that the store has opened. */
    @Override
    public String durability() throws SQLException {
        try (var database = Database.open(settings());
                var connection = database.writers().getConnection()) {
            return "SQLite " + connection.getMetaData().getDatabaseProductVersion() + ", journal_mode "
                    + Sql.text(connection, "PRAGMA journal_mode") + ", synchronous "
                    + SYNCHRONOUS.get((int) Sql.number(connection, "PRAGMA synchronous"));
        }
    }
}
