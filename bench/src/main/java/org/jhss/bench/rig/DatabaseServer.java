// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL or MariaDB server with the settings of a careful operator: what it confirms is on disk. */
public abstract class DatabaseServer extends Node {

    private final int port;

    DatabaseServer(String name, List<String> command, Map<String, String> environment, Path directory, int port) {
        super(name, command, environment, directory);
        this.port = port;
    }

    abstract DatabaseKind kind();

    /** The account without password that it trusts on loopback. */
    abstract String account();

    /** A database that every server has. */
    abstract String firstDatabase();

    abstract String url(String database);

    /** Counts the databases of that name. */
    abstract String existsQuery(String database);

    /** Version and the settings that say what a commit means, as the server tells them. */
    abstract String durability(Connection connection) throws SQLException;

    /** Its port on 127.0.0.1. */
    public final int port() {
        return port;
    }

    /** Whether it takes connections. */
    @Override
    public final boolean isReady() {
        if (!Ports.accepts(port)) {
            return false;
        }
        try (var connection = DriverManager.getConnection(url(firstDatabase()), account(), "")) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }
}
