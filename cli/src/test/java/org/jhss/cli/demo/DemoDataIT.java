// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataIT {

    @Test
    void storesWhatIsMissingAndNothingTwice(@TempDir Path directory) {
        try (var store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled())) {
            store.migrator().migrate();

            assertThat(DemoData.provision(store.provisioning())).isEqualTo(DemoSubscriber.ALL.size());
            assertThat(DemoData.provision(store.provisioning())).isZero();

            var counts = store.provisioning().read(all -> new long[] {
                all.subscribers().count(),
                all.authenticationCentre().count(),
                all.apns().count(),
                all.equipmentRules().count()
            });
            assertThat(counts).containsExactly(3, 3, 2, 2);
        }
    }
}
