// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EquipmentIT {

    private static final Imsi IMSI = new Imsi("001010000000001");
    private static final Imei OLD_PHONE = Imei.parse("35349006987331").orElseThrow();
    private static final Imei NEW_PHONE = Imei.parse("3534900698733253").orElseThrow();
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

    private static Store open(TestDatabase database) {
        var store = Store.open(database.fresh(), KeyVault.disabled());
        store.migrator().migrate();
        return store;
    }

    private static Sighting see(Store store, Imei imei, int hoursLater) {
        return store.unitsOfWork().run(unit -> {
            var equipment = unit.equipment();
            equipment.prefetch(List.of(
                    new Equipment.Check(imei, Set.of(imei.tacAndSerial(), imei.withCheckDigit()), Optional.of(IMSI))));
            var sighting = equipment.seen(IMSI, imei, 0, MORNING.plusSeconds(3600L * hoursLater));
            unit.commit();
            return sighting;
        });
    }

    @ParameterizedTest
    @EnumSource
    void notices_a_swap_to_a_new_device_and_back_to_a_known_one(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            assertThat(see(store, OLD_PHONE, 0)).isEqualTo(new Sighting(true, Optional.empty()));
            assertThat(see(store, OLD_PHONE, 1)).isEqualTo(new Sighting(false, Optional.empty()));
            assertThat(see(store, NEW_PHONE, 2))
                    .isEqualTo(
                            new Sighting(true, Optional.of(new Device(OLD_PHONE, MORNING, MORNING.plusSeconds(3600)))));
            var back = see(store, OLD_PHONE, 3);
            assertThat(back.newPair()).isFalse();
            assertThat(back.isSwap()).isTrue();

            assertThat(Sql.text(store, "SELECT count(*) FROM eir_history")).contains("2");
            assertThat(Sql.text(
                            store,
                            "SELECT CAST(imsi_imei_timestamp AS CHAR(19)) FROM eir_history WHERE imsi_imei = '" + IMSI
                                    + ",35349006987331'"))
                    .hasValueSatisfying(text -> assertThat(text).startsWith("2026-11-22 11:00:00"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_exact_rules_by_each_spelling(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            Sql.execute(
                    store,
                    "INSERT INTO eir (imei, imsi, regex_mode, match_response_code) VALUES"
                            + " ('35349006987331', '', 0, 1), ('353490069873319', '001010000000009', 0, 2),"
                            + " ('35349006987331', NULL, 0, 0), ('3534.*', '', 1, 1)");
            try (var unit = store.unitsOfWork().begin()) {
                unit.equipment()
                        .prefetch(List.of(new Equipment.Check(
                                OLD_PHONE, Set.of("35349006987331", "353490069873319"), Optional.empty())));
                assertThat(unit.equipment().exactRules("35349006987331"))
                        .extracting(EquipmentRule::imsi)
                        .containsExactlyInAnyOrder(Optional.of(""), Optional.empty());
                assertThat(unit.equipment().exactRules("353490069873319"))
                        .extracting(EquipmentRule::responseCode)
                        .containsExactly(2);
                assertThat(unit.equipment().exactRules("1")).isEmpty();
            }
            assertThat(store.referenceData().equipmentPatterns())
                    .singleElement()
                    .satisfies(pattern -> assertThat(pattern.imei()).isEqualTo("3534.*"));
        }
    }
}
