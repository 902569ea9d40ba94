// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.database.DatabaseType;

/** A running server on which tests make databases. */
abstract class DatabaseServer {

    private final DatabaseType type;
    private final String adminUrl;
    private final String address;
    private final String username;
    private final String password;
    private final AtomicInteger databases = new AtomicInteger();

    /**
     * @param adminUrl JDBC address of a database from which others can be created
     * @param address host and port
     */
    DatabaseServer(DatabaseType type, String adminUrl, String address, String username, String password) {
        this.type = type;
        this.adminUrl = adminUrl;
        this.address = address;
        this.username = username;
        this.password = password;
    }

    DatabaseSettings fresh() {
        var name = "jhss_" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(adminUrl, username, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database", e);
        }
        return DatabaseSettings.server(type, address, name, username, password);
    }
}
