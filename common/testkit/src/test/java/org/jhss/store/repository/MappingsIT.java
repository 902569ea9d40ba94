// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappingsIT {

    /** SQLite's driver reports the types that a column was declared with in ways of its own, so there its reading and writing tests count. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void match_the_migrated_schema(TestDatabase database) {
        try (var store = Store.open(database.fresh(), KeyVault.disabled())) {
            store.migrator().migrate();
            var configuration = Mappings.configuration(database.type());
            configuration.setProperty(SchemaToolingSettings.HBM2DDL_AUTO, "validate");
            configuration.setProperty(JdbcSettings.ALLOW_METADATA_ON_BOOT, true);
            configuration
                    .getProperties()
                    .put(
                            JdbcSettings.JAKARTA_NON_JTA_DATASOURCE,
                            store.database().writers());
            assertThatCode(() -> configuration.buildSessionFactory().close()).doesNotThrowAnyException();
        }
    }
}
