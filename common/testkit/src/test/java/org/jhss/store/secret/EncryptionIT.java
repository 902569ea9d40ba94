// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.entity.AucRow;
import org.jhss.store.work.Need;
import org.jhss.store.work.Sql;
import org.jhss.testkit.database.TestDatabase;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncryptionIT {

    private static final Imsi PLAIN = new Imsi("001010000000001");
    private static final Imsi SEALED = new Imsi("001010000000002");
    private static final SecretKey FIRST = SecretKey.of(new byte[32]);
    private static final SecretKey SECOND =
            SecretKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String K = "00112233445566778899aabbccddeeff";

    private static AuthenticationKeys keys(Store store, Imsi imsi) {
        try (var unit = store.unitsOfWork().begin()) {
            unit.prefetch(Set.of(imsi), Set.of(Need.AUTHENTICATION));
            return unit.subscriber(imsi).orElseThrow().keys();
        }
    }

    private static void assertK(Store store, Imsi imsi, String hex) {
        assertThat(keys(store, imsi)).isInstanceOfSatisfying(AuthenticationKeys.Available.class, keys -> {
            assertThat(keys.k().toHex()).isEqualTo(hex);
            assertThat(keys.op()).isPresent();
        });
    }

    private static void prepare(DatabaseSettings settings) {
        try (var store = Store.open(settings, KeyVault.disabled())) {
            store.migrator().migrate();
            SubscriberFixture.subscriber(PLAIN.value()).store(store);
        }
        try (var store = Store.open(settings, KeyVault.of("first", Map.of("first", FIRST)))) {
            store.provisioning().write(all -> {
                var row = new AucRow();
                row.imsi = SEALED.value();
                row.ki = K;
                row.opc = K;
                row.amf = "8000";
                return all.authenticationCentre().create(row);
            });
            assertK(store, PLAIN, SubscriberFixture.TEST_SET_1_K);
            assertK(store, SEALED, K);
        }
    }

    @ParameterizedTest
    @EnumSource
    void seals_new_keys_and_reads_plain_ones(TestDatabase database) throws Exception {
        var settings = database.fresh();
        prepare(settings);
        try (var store = Store.open(settings, KeyVault.disabled())) {
            assertThat(Sql.text(store, "SELECT ki FROM auc WHERE imsi = '" + SEALED + "'"))
                    .contains(StoredKeys.ELSEWHERE);
            assertThat(keys(store, SEALED)).isInstanceOf(AuthenticationKeys.Unavailable.class);
            assertK(store, PLAIN, SubscriberFixture.TEST_SET_1_K);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rotates_to_a_new_key_and_back_to_pyhss(TestDatabase database) throws Exception {
        var settings = database.fresh();
        prepare(settings);
        try (var store = Store.open(settings, KeyVault.of("second", Map.of("first", FIRST, "second", SECOND)))) {
            assertThat(store.keyRotation().run()).isEqualTo(new KeyRotation.Result(2, 0, 0));
            assertThat(store.keyRotation().run()).isEqualTo(new KeyRotation.Result(0, 0, 0));
        }
        try (var store = Store.open(settings, KeyVault.of("second", Map.of("second", SECOND)))) {
            assertK(store, PLAIN, SubscriberFixture.TEST_SET_1_K);
            assertK(store, SEALED, K);
        }
        try (var store = Store.open(settings, KeyVault.openingOnly(Map.of("first", FIRST)))) {
            assertThat(store.keyRotation().run()).isEqualTo(new KeyRotation.Result(0, 2, 0));
        }
        try (var store = Store.open(settings, KeyVault.openingOnly(Map.of("second", SECOND)))) {
            assertThat(store.keyRotation().run()).isEqualTo(new KeyRotation.Result(2, 0, 0));
            assertThat(Sql.text(store, "SELECT ki FROM auc WHERE imsi = '" + SEALED + "'"))
                    .contains(K);
        }
        try (var store = Store.open(settings, KeyVault.disabled())) {
            assertK(store, PLAIN, SubscriberFixture.TEST_SET_1_K);
            assertK(store, SEALED, K);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_sealed_key_moved_to_another_row(TestDatabase database) throws Exception {
        var settings = database.fresh();
        prepare(settings);
        try (var store = Store.open(settings, KeyVault.of("first", Map.of("first", FIRST)))) {
            store.keyRotation().run();
            Sql.execute(store, "UPDATE jhss_auc SET k_encrypted = op_encrypted WHERE auc_id = 2");
            assertThat(keys(store, SEALED)).isInstanceOf(AuthenticationKeys.Unavailable.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_a_key_that_pyhss_wrote_afterwards(TestDatabase database) throws Exception {
        var settings = database.fresh();
        prepare(settings);
        try (var store = Store.open(settings, KeyVault.of("first", Map.of("first", FIRST)))) {
            var replaced = "ffeeddccbbaa99887766554433221100";
            Sql.execute(store, "UPDATE auc SET ki = '" + replaced + "' WHERE imsi = '" + SEALED + "'");
            assertK(store, SEALED, replaced);
        }
    }
}
