// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.database.DatabaseType;

/**
 * A database on a server of the rig's own.
 *
 * @param server the server's process, PostgreSQL or MariaDB
 */
public record ServerDatabase(DatabaseServer server) implements RigDatabase {

    static final String NAME = "jhss";

    @Override
    public DatabaseKind kind() {
        return server.kind();
    }

    @Override
    public DatabaseSettings settings() {
        var type = kind() == DatabaseKind.POSTGRESQL ? DatabaseType.POSTGRESQL : DatabaseType.MYSQL;
        return DatabaseSettings.server(type, Ports.LOOPBACK + ":" + server.port(), NAME, server.account(), "");
    }

    @Override
    public Map<String, Object> configuration() {
        return Map.of(
                "db_type",
                kind().configName(),
                "database",
                NAME,
                "server",
                Ports.LOOPBACK,
                "port",
                server.port(),
                "username",
                server.account(),
                "password",
                "");
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(NAME), server.account(), "");
    }

    /** Makes the database unless the server has it already. */
    void create() throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(server.firstDatabase()), server.account(), "")) {
            if (Sql.number(connection, server.existsQuery(NAME)) == 0) {
                Sql.execute(connection, "CREATE DATABASE " + NAME);
            }
        }
    }

    @Override
    public Duration cpuTime() {
        return server.cpuTime();
    }

    @Override
    public long residentMegabytes() {
        return server.residentMegabytes();
    }

    @Override
    public String durability() throws SQLException {
        try (var connection = connect()) {
            return server.durability(connection);
        }
    }

    @Override
    public Path data() {
        return server.directory();
    }
}
