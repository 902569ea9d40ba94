// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jhss.store.database.DatabaseType;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL: a container where Docker answers, else the same server from its Maven artifact. */
final class PostgresServer extends DatabaseServer {

    private static final String IMAGE = "postgres:17-alpine";

    private static final class Shared {
        private static final PostgresServer INSTANCE = Docker.isAvailable() ? container() : embedded();
    }

    private PostgresServer(String adminUrl, String address, String username, String password) {
        super(DatabaseType.POSTGRESQL, adminUrl, address, username, password);
    }

    static PostgresServer shared() {
        return Shared.INSTANCE;
    }

    @SuppressWarnings("resource") // Testcontainers removes it when this JVM ends.
    private static PostgresServer container() {
        var container = new PostgreSQLContainer(IMAGE);
        container.start();
        var address = container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new PostgresServer(container.getJdbcUrl(), address, container.getUsername(), container.getPassword());
    }

    private static PostgresServer embedded() {
        try {
            var server = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return new PostgresServer(
                    server.getJdbcUrl("postgres", "postgres"), "localhost:" + server.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the embedded PostgreSQL", e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
