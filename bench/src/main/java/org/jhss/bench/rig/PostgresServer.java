// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL of its Maven artifact. Testing tools start it with fsync off; here it runs as an operator would run it. */
final class PostgresServer extends DatabaseServer {

    private static final String ACCOUNT = "postgres";
    private static final int OWNER_EXECUTES = 0100;

    private PostgresServer(Path directory, int port) {
        super(
                "postgresql",
                asNobody(
                        binary("postgres"),
                        "-D",
                        directory.resolve("data").toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=" + Ports.LOOPBACK,
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=200",
                        "-c",
                        "shared_buffers=512MB",
                        "-c",
                        "max_wal_size=4GB",
                        "-c",
                        "fsync=on",
                        "-c",
                        "synchronous_commit=on"),
                Map.of("LC_ALL", "C"),
                directory,
                port);
    }

    /** Starts a server on the data in {@code directory}, which it makes when there is none. */
    static PostgresServer start(Path directory) {
        if (!Files.isDirectory(directory.resolve("data"))) {
            Commands.run(
                    directory,
                    asNobody(
                            binary("initdb"),
                            "-D",
                            directory.resolve("data").toString(),
                            "-U",
                            ACCOUNT,
                            "-A",
                            "trust",
                            "-E",
                            "UTF8",
                            "--no-sync"));
        }
        return new PostgresServer(directory, Ports.free());
    }

    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    String account() {
        return ACCOUNT;
    }

    @Override
    String firstDatabase() {
        return "postgres";
    }

    @Override
    String url(String database) {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port() + "/" + database;
    }

    @Override
    String existsQuery(String database) {
        return "SELECT count(*) FROM pg_database WHERE datname = '" + database + "'";
    }

    @Override
    String durability(Connection connection) throws SQLException {
        return "PostgreSQL " + Sql.text(connection, "SHOW server_version") + ", fsync "
                + Sql.text(connection, "SHOW fsync") + ", synchronous_commit "
                + Sql.text(connection, "SHOW synchronous_commit") + ", shared_buffers "
                + Sql.text(connection, "SHOW shared_buffers");
    }

    /** It refuses to run as root, but not in a user namespace where root is nobody. */
    private static List<String> asNobody(String... command) {
        var words = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(command));
        return words;
    }

    private static String binary(String name) {
        return Binaries.DIRECTORY.resolve("bin").resolve(name).toString();
    }

    /** Unpacked once. */
    private static final class Binaries {
        static final Path DIRECTORY = Unpacked.once("postgresql", Binaries::unpack);

        private static void unpack(Path target) throws IOException {
            var machine = System.getProperty("os.arch").replace("amd64", "x86_64");
            try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", machine);
                    var archive = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    var path = target.resolve(entry.getName()).normalize();
                    if (entry.isDirectory()) {
                        Files.createDirectories(path);
                    } else {
                        Files.createDirectories(path.getParent());
                        if (entry.isSymbolicLink()) {
                            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                        } else {
                            Files.copy(archive, path);
                            executable(path, entry.getMode());
                        }
                    }
                }
            }
        }

        private static void executable(Path path, int mode) throws IOException {
            if ((mode & OWNER_EXECUTES) != 0) {
                Files.setPosixFilePermissions(path, Unpacked.EXECUTABLE);
            }
        }
    }
}
