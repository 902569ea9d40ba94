// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups by the programs of the databases, where those are installed. */
class ServerBackupIT {

    @TempDir
    Path directory;

    @Test
    void copiesAndRestoresPostgresql() throws Exception {
        assumeTrue(isInstalled("pg_dump") && isInstalled("pg_restore"), "no client programs of PostgreSQL");
        roundTrip(TestDatabase.POSTGRESQL.fresh());
    }

    @Test
    void copiesAndRestoresMariaDb() throws Exception {
        assumeTrue(isInstalled("mariadb-dump") && isInstalled("mariadb"), "no client programs of MariaDB");
        roundTrip(TestDatabase.MARIADB.fresh());
    }

    private void roundTrip(DatabaseSettings settings) throws Exception {
        try (var store = Store.open(settings, KeyVault.disabled())) {
            store.migrator().migrate();
        }
        var site = Site.of(directory, settings).withSubscriber();
        var backup = directory.resolve("backup");
        var copied = site.run("backup " + backup);
        assertThat(copied.code).as(copied.err).isZero();
        site.run("delete subscriber 1 --with-keys --yes");
        assertThat(site.run("list subscribers --count").out.strip()).isEqualTo("0");

        var restored = site.run("restore --yes " + backup);
        assertThat(restored.code).as(restored.err).isZero();
        assertThat(site.run("show auc " + Site.IMSI + " --with-secrets").out).contains(Site.KI);
        Files.writeString(backup, "cut off");
        assertThat(site.run("restore --yes " + backup).code).isEqualTo(1);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
