// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path directory;

    private Site site;
    private Path backup;

    @BeforeEach
    void open() throws Exception {
        site = Site.in(directory).withSubscriber();
        backup = directory.resolve("hss.backup");
    }

    private static long subscribers(Store store) {
        return store.provisioning().read(all -> all.subscribers().count());
    }

    @Test
    void copiesADatabaseInUseAndRestoresItWhileItIsOpen() throws Exception {
        try (var running = Store.open(DatabaseSettings.sqlite(site.database()), KeyVault.disabled())) {
            assertThat(subscribers(running)).isEqualTo(1);
            var copied = site.run("backup " + backup);
            assertThat(copied.err).isEmpty();
            assertThat(copied.out).contains("checked");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");

            site.run("delete subscriber 1 --with-keys --yes");
            assertThat(subscribers(running)).isZero();
            var restored = site.run("y\n", "restore " + backup);
            assertThat(restored.code).as(restored.err).isZero();
            assertThat(subscribers(running)).isEqualTo(1);
        }
        assertThat(site.run("show auc " + Site.IMSI + " --with-secrets").out).contains(Site.KI);
        assertThat(directory.toFile().list())
                .filteredOn(name -> name.contains("before-restore"))
                .hasSize(1);
        assertThat(directory.toFile().list()).noneMatch(name -> name.endsWith(".partial"));
    }

    @Test
    void replacesNoFileUnlessForced() {
        assertThat(site.run("backup " + backup).code).isZero();
        assertThat(site.run("backup " + backup).err).contains("exists already; --force replaces it");
        assertThat(site.run("backup --force " + backup).code).isZero();
    }

    @Test
    void restoresNothingThatIsDamagedOrSomethingElseOrNotConfirmed() throws Exception {
        Files.writeString(backup, "no database at all, but long enough to be one".repeat(100));
        assertThat(site.run("restore --yes " + backup).code).isEqualTo(1);
        assertThat(site.run("restore --yes " + directory.resolve("none")).err).contains("no such file");
        Files.delete(backup);
        site.run("backup " + backup);
        assertThat(site.run("restore " + backup).err).contains("nothing was restored");
        assertThat(site.run("list subscribers --count").out.strip()).isEqualTo("1");
    }
}
