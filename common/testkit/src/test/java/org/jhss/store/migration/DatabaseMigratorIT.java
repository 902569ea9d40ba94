// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.migration.MigrationStatus.Origin;
import org.jhss.store.secret.AuthenticationKeys;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseMigratorIT {

    private static final String PYHSS_DATA =
            "SELECT s.subscriber_id, s.imsi, s.auc_id, s.default_apn, s.apn_list, s.msisdn,"
                    + " s.serving_mme, s.serving_mme_timestamp, a.ki, a.opc, a.sqn, n.apn, n.apn_ambr_dl"
                    + " FROM subscriber s JOIN auc a ON a.auc_id = s.auc_id JOIN apn n ON n.apn_id = s.default_apn";

    static Stream<Arguments> releases() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                        Arguments.of(database, "1.0.0", Origin.PYHSS_1_0_0),
                        Arguments.of(database, "1.0.1", Origin.PYHSS_1_0_1),
                        Arguments.of(database, "2.0", Origin.PYHSS_2_0)));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void adopts_a_pyhss_database_and_leaves_pyhss_what_2_0_expects(
            TestDatabase database, String release, Origin origin) {
        var settings = PyhssDatabase.of(database, release);
        var reference = PyhssDatabase.schema(PyhssDatabase.of(database, "2.0"));
        var data = PyhssDatabase.query(settings, PYHSS_DATA);

        assertThat(new DatabaseMigrator(settings).status().origin()).isEqualTo(origin);
        new DatabaseMigrator(settings).migrate();

        assertThat(PyhssDatabase.schema(settings)).isEqualTo(reference);
        assertThat(PyhssDatabase.query(settings, PYHSS_DATA)).isEqualTo(data).contains("mme1.example.org");
        assertThat(PyhssDatabase.query(settings, "SELECT upgrade_id FROM database_schema_version"))
                .isEqualTo("1|");
        try (var store = Store.open(settings, KeyVault.disabled());
                var unit = store.unitsOfWork().begin()) {
            var imsi = new Imsi("001010000000001");
            unit.prefetch(Set.of(imsi), EnumSet.allOf(Need.class));
            var state = unit.subscriber(imsi).orElseThrow();
            assertThat(state.sqn()).isEqualTo(4711);
            assertThat(state.keys()).isInstanceOf(AuthenticationKeys.Available.class);
            assertThat(state.node(NodeType.MME))
                    .hasValueSatisfying(
                            node -> assertThat(node.address().host()).isEqualTo("mme1.example.org"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void creates_in_an_empty_database_what_pyhss_would(TestDatabase database) {
        var settings = database.fresh();

        assertThat(new DatabaseMigrator(settings).migrate().origin()).isEqualTo(Origin.EMPTY);

        assertThat(PyhssDatabase.schema(settings)).isEqualTo(PyhssDatabase.schema(PyhssDatabase.of(database, "2.0")));
        assertThat(PyhssDatabase.query(settings, "SELECT upgrade_id, comment FROM database_schema_version"))
                .isEqualTo("1|automatic upgrade from PyHSS|");
    }

    @ParameterizedTest
    @EnumSource
    void has_nothing_to_do_the_second_time(TestDatabase database) {
        var settings = database.fresh();
        var migrator = new DatabaseMigrator(settings);
        assertThat(migrator.status().pending()).hasSize(10);

        migrator.migrate();

        var status = migrator.status();
        assertThat(status.isCurrent()).isTrue();
        assertThat(status.origin()).isEqualTo(Origin.JHSS);
        assertThat(status.appliedVersion()).contains("10");
        assertThat(migrator.migrate().pending()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void completes_an_upgrade_that_broke_off(TestDatabase database) {
        var settings = PyhssDatabase.of(database, "1.0.1");
        PyhssDatabase.execute(
                settings,
                "CREATE TABLE database_schema_version (upgrade_id INTEGER NOT NULL, comment VARCHAR(512),"
                        + " PRIMARY KEY (upgrade_id)); ALTER TABLE auc ADD COLUMN algo VARCHAR(20)");

        assertThat(new DatabaseMigrator(settings).migrate().origin()).isEqualTo(Origin.INCOMPLETE);

        assertThat(PyhssDatabase.query(settings, "SELECT upgrade_id FROM database_schema_version"))
                .isEqualTo("1|");
        assertThat(PyhssDatabase.query(settings, "SELECT algo, last_seen_mcc FROM auc, subscriber"))
                .isEqualTo("null|null|");
    }

    @ParameterizedTest
    @EnumSource
    void adds_the_alerts_of_serving_nodes_to_registrations_that_are_there_also_when_half_of_it_is_done(
            TestDatabase database) {
        var settings = PyhssDatabase.of(database, "2.0");
        new DatabaseMigrator(settings).migrate();
        PyhssDatabase.execute(
                settings,
                "DELETE FROM jhss_schema_history WHERE version NOT IN ('0', '1', '2', '3', '4', '5');"
                        + " ALTER TABLE jhss_serving_node DROP COLUMN ue_available_until;"
                        + " ALTER TABLE jhss_serving_node DROP COLUMN area_restricted;"
                        + " INSERT INTO jhss_serving_node (subscriber_id, node_type, host, registered_at, purged, ulr_flags,"
                        + " features_1, features_2, sms_registered, reachability_requested)"
                        + " SELECT subscriber_id, 2, 'sgsn1.example.org', '2026-11-22 01:02:03', FALSE, 2, 0, 0, FALSE, FALSE"
                        + " FROM subscriber");

        assertThat(new DatabaseMigrator(settings).migrate().pending()).contains("alerts of serving nodes");

        try (var store = Store.open(settings, KeyVault.disabled());
                var unit = store.unitsOfWork().begin()) {
            var imsi = new Imsi("001010000000001");
            unit.prefetch(Set.of(imsi), Set.of(Need.SERVING_NODES));
            assertThat(unit.subscriber(imsi).orElseThrow().node(NodeType.SGSN))
                    .hasValueSatisfying(node -> assertThat(node.alerts()).isEqualTo(ServingNode.Alerts.NONE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void may_be_run_by_several_at_once(TestDatabase database) throws Exception {
        var settings = PyhssDatabase.of(database, "1.0.1");
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (var done : pool.invokeAll(List.of(
                    new DatabaseMigrator(settings)::migrate,
                    new DatabaseMigrator(settings)::migrate,
                    new DatabaseMigrator(settings)::migrate))) {
                done.get();
            }
        }
        assertThat(new DatabaseMigrator(settings).status().isCurrent()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_newer_pyhss(TestDatabase database) {
        var settings = PyhssDatabase.of(database, "2.0");
        PyhssDatabase.execute(settings, "INSERT INTO database_schema_version (upgrade_id) VALUES (2)");

        assertThatThrownBy(() -> new DatabaseMigrator(settings).migrate())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("schema version 2");
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_strangers_tables(TestDatabase database) {
        var settings = database.fresh();
        PyhssDatabase.execute(settings, "CREATE TABLE subscriber (email VARCHAR(100))");

        assertThatThrownBy(() -> new DatabaseMigrator(settings).migrate())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("not PyHSS's");
    }
}
