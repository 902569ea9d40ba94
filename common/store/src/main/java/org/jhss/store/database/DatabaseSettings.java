// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the database is and how many connections to keep to it.
 *
 * @param type which database
 * @param server host, or {@code host:port}; unused on SQLite
 * @param database database name; on SQLite the file's path, relative to the working directory as PyHSS takes it
 * @param username account; unused on SQLite
 * @param password its password, never shown by {@link #toString}
 * @param poolSize most connections at a time ({@code logging.sqlalchemy_pool_size} + {@code sqlalchemy_max_overflow}), at least 1
 * @param maxConnectionAge age at which a connection is replaced ({@code logging.sqlalchemy_pool_recycle}), at least 30 s
 * @param patience how long to wait for a connection or a lock before the database counts as unavailable
 */
public record DatabaseSettings(
        DatabaseType type,
        String server,
        String database,
        String username,
        String password,
        int poolSize,
        Duration maxConnectionAge,
        Duration patience) {

    /** PyHSS's default of {@code logging.sqlalchemy_pool_size}. */
    public static final int DEFAULT_POOL_SIZE = 30;

    private static final Duration DEFAULT_AGE = Duration.ofMinutes(30);
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(3);

    /**
     * @throws IllegalArgumentException when there is no database name or the pool would be empty
     */
    public DatabaseSettings {
        if (database.isBlank()) {
            throw new IllegalArgumentException("database.database is empty");
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("the connection pool needs at least 1 connection");
        }
    }

    /** A SQLite file. */
    public static DatabaseSettings sqlite(Path file) {
        return new DatabaseSettings(DatabaseType.SQLITE, "", file.toString(), "", "", 4, DEFAULT_AGE, DEFAULT_PATIENCE);
    }

    /** A database on a server, with the default pool. */
    public static DatabaseSettings server(
            DatabaseType type, String server, String database, String username, String password) {
        return new DatabaseSettings(
                type, server, database, username, password, DEFAULT_POOL_SIZE, DEFAULT_AGE, DEFAULT_PATIENCE);
    }

    /** The same database with another pool size. */
    public DatabaseSettings withPoolSize(int size) {
        return new DatabaseSettings(type, server, database, username, password, size, maxConnectionAge, patience);
    }

    /** The same database with another patience. */
    public DatabaseSettings withPatience(Duration time) {
        return new DatabaseSettings(type, server, database, username, password, poolSize, maxConnectionAge, time);
    }

    /** The JDBC address, without credentials. */
    String jdbcUrl() {
        return switch (type) {
            case SQLITE -> "jdbc:sqlite:" + database;
            case POSTGRESQL -> "jdbc:postgresql://" + server + "/" + database;
            case MYSQL -> "jdbc:mariadb://" + server + "/" + database;
        };
    }

    @Override
    public String toString() {
        return type.configName() + " " + (server.isEmpty() ? "" : server + "/") + database;
    }
}
