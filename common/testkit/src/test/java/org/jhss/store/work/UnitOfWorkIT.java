// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.store.Store;
import org.jhss.store.secret.AuthenticationKeys;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitOfWorkIT {

    private static final Imsi IMSI = new Imsi("001010000000001");
    private static final Imsi OTHER = new Imsi("001010000000002");
    private static final Imsi UNKNOWN = new Imsi("001019999999999");
    private static final Set<Need> ALL = EnumSet.allOf(Need.class);
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03.456789Z");

    private static Store open(TestDatabase database) {
        var store = Store.open(database.fresh(), KeyVault.disabled());
        store.migrator().migrate();
        SubscriberFixture.subscriber(IMSI.value())
                .msisdn("3161234567")
                .sqn(1000)
                .store(store);
        SubscriberFixture.subscriber(OTHER.value()).store(store);
        return store;
    }

    @ParameterizedTest
    @EnumSource
    void reads_a_subscriber_with_all_it_has(TestDatabase database) {
        try (var store = open(database);
                var unit = store.unitsOfWork().begin()) {
            unit.prefetch(Set.of(IMSI, UNKNOWN), ALL);

            assertThat(unit.subscriber(UNKNOWN)).isEmpty();
            var state = unit.subscriber(IMSI).orElseThrow();
            assertThat(state.sqn()).isEqualTo(1000);
            assertThat(state.access()).hasValueSatisfying(access -> {
                assertThat(access.enabled()).isTrue();
                assertThat(access.roamingEnabled()).isTrue();
            });
            assertThat(state.profile()).hasValueSatisfying(profile -> {
                assertThat(profile.msisdn())
                        .hasValueSatisfying(m -> assertThat(m.value()).isEqualTo("3161234567"));
                assertThat(profile.apns()).containsExactly(profile.defaultApn());
                assertThat(profile.rauTauTimer()).hasValue(300);
                assertThat(profile.barring().operatorDetermined()).isEmpty();
            });
            assertThat(state.keys()).isInstanceOfSatisfying(AuthenticationKeys.Available.class, keys -> {
                assertThat(keys.k().toHex()).isEqualTo(SubscriberFixture.TEST_SET_1_K);
                assertThat(keys.amf()).isEqualTo(0xb9b9);
                assertThat(keys.toString()).doesNotContain(SubscriberFixture.TEST_SET_1_K);
            });
            assertThat(state.node(NodeType.MME)).isEmpty();
            assertThat(state.pdnGateways()).isEmpty();
            assertThat(store.referenceData().apn(state.profile().orElseThrow().defaultApn()))
                    .hasValueSatisfying(apn -> assertThat(apn.name()).isEqualTo("internet"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_a_registration_and_mirrors_the_mme_for_pyhss(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            var mme = ServingNode.at(
                            NodeType.MME,
                            new ServingNode.Address("mme1.example.org", "example.org", "dra.example.org;hss01", "d1/7"),
                            NOW)
                    .withTerminal(Imei.parse("3534900698733153").orElseThrow())
                    .withAlerts(new ServingNode.Alerts(
                            true, OptionalInt.of(1), Optional.of(NOW), Optional.of(NOW.plusSeconds(60)), true));
            var sgsn = ServingNode.at(
                    NodeType.SGSN, new ServingNode.Address("sgsn1.example.org", "example.org", "", ""), NOW);
            var seen = new LastSeen("27", "0", "27", "1", Plmn.parse("00101"), NOW);
            var gateway = new PdnGateway(
                    "internet",
                    OptionalInt.of(1),
                    "pgw.example.org",
                    "example.org",
                    List.of("192.0.2.1", "2001:db8::1"),
                    Plmn.parse("00101"),
                    NOW);
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI), ALL);
                var state = unit.subscriber(IMSI).orElseThrow();
                assertThat(state.register(mme)).isEmpty();
                state.register(sgsn);
                state.seenAt(seen);
                state.putPdnGateway(gateway);
                state.setReachabilityRequested(true);
                unit.commit();
            }

            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI), ALL);
                var state = unit.subscriber(IMSI).orElseThrow();
                assertThat(state.node(NodeType.MME)).contains(mme);
                assertThat(state.node(NodeType.SGSN)).contains(sgsn);
                assertThat(state.pdnGateways()).containsExactly(gateway);
                assertThat(state.isReachabilityRequested()).isTrue();
                assertThat(state.lastSeen()).hasValueSatisfying(last -> {
                    assertThat(last.eci()).isEqualTo("27");
                    // PyHSS's DATETIME has no fraction on MySQL.
                    assertThat(last.at()).isBetween(Instant.parse("2026-11-22T01:02:03Z"), NOW);
                });
                state.purge(NodeType.MME);
                assertThat(state.removePdnGateway("INTERNET")).isTrue();
                unit.commit();
            }

            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI), ALL);
                var state = unit.subscriber(IMSI).orElseThrow();
                assertThat(state.node(NodeType.MME)).contains(mme.asPurged());
                assertThat(mme.asPurged().alerts()).isEqualTo(ServingNode.Alerts.NONE);
                assertThat(state.pdnGateways()).isEmpty();
                assertThat(state.deregister(NodeType.SGSN)).contains(sgsn);
                unit.commit();
            }
            assertThat(Sql.text(store, "SELECT serving_mme FROM subscriber WHERE imsi = '" + IMSI + "'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void believes_pyhss_about_the_mme(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI), ALL);
                unit.subscriber(IMSI)
                        .orElseThrow()
                        .register(ServingNode.at(
                                NodeType.MME, new ServingNode.Address("mme1.example.org", "", "", ""), NOW));
                unit.commit();
            }
            Sql.execute(
                    store,
                    "UPDATE subscriber SET serving_mme = 'mme2.example.org', serving_mme_peer = 'p;hss01' WHERE imsi = '"
                            + IMSI + "'");

            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI), ALL);
                var node =
                        unit.subscriber(IMSI).orElseThrow().node(NodeType.MME).orElseThrow();
                assertThat(node.address().host()).isEqualTo("mme2.example.org");
                assertThat(node.address().adjacentPeer()).isEqualTo("p");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void takes_back_one_handler_and_keeps_the_others(TestDatabase database) {
        try (var store = open(database)) {
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI, OTHER), ALL);
                var state = unit.subscriber(IMSI).orElseThrow();
                state.setSqn(1032);
                int mark = unit.mark();
                state.setSqn(9999);
                unit.subscriber(OTHER).orElseThrow().setSqn(5);
                state.register(
                        ServingNode.at(NodeType.MME, new ServingNode.Address("bad.example.org", "", "", ""), NOW));
                unit.equipment().seen(IMSI, Imei.parse("35349006987331").orElseThrow(), 0, NOW);
                unit.rollbackTo(mark);
                assertThat(state.sqn()).isEqualTo(1032);
                unit.commit();
            }
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI, OTHER), ALL);
                assertThat(unit.subscriber(IMSI).orElseThrow().sqn()).isEqualTo(1032);
                assertThat(unit.subscriber(IMSI).orElseThrow().node(NodeType.MME))
                        .isEmpty();
                assertThat(unit.subscriber(OTHER).orElseThrow().sqn()).isZero();
                unit.equipment()
                        .prefetch(List.of(new Equipment.Check(
                                Imei.parse("35349006987331").orElseThrow(), Set.of(), Optional.of(IMSI))));
                assertThat(unit.equipment().device(IMSI)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgets_what_was_not_committed(TestDatabase database) {
        try (var store = open(database)) {
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI), Set.of());
                unit.subscriber(IMSI).orElseThrow().setSqn(77);
            }
            assertThat(sqn(store, IMSI)).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void never_hands_out_an_sqn_twice(TestDatabase database) throws Exception {
        int threads = 8;
        int rounds = 100;
        var issued = ConcurrentHashMap.<Long>newKeySet();
        try (var store = open(database);
                var pool = Executors.newFixedThreadPool(threads)) {
            var tasks = new ArrayList<Callable<Void>>();
            for (int thread = 0; thread < threads; thread++) {
                tasks.add(() -> {
                    for (int round = 0; round < rounds; round++) {
                        long sqn = store.unitsOfWork().run(UnitOfWorkIT::advance);
                        assertThat(issued.add(sqn)).as("SQN %d", sqn).isTrue();
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
            assertThat(issued).hasSize(threads * rounds);
            assertThat(sqn(store, IMSI)).isEqualTo(1000 + 32L * threads * rounds);
        }
    }

    private static long advance(UnitOfWork unit) {
        unit.prefetch(Set.of(IMSI), Set.of());
        var state = unit.subscriber(IMSI).orElseThrow();
        long issued = state.sqn();
        state.setSqn(issued + 32);
        unit.commit();
        return issued;
    }

    private static long sqn(Store store, Imsi imsi) {
        try (var unit = store.unitsOfWork().begin()) {
            unit.prefetch(Set.of(imsi), Set.of());
            return unit.subscriber(imsi).orElseThrow().sqn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_keys_by_the_subscribers_reference_when_they_carry_no_imsi(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            Sql.execute(store, "UPDATE auc SET imsi = NULL WHERE imsi = '" + IMSI + "'");

            assertThat(sqn(store, IMSI)).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reads_attributes_and_static_addresses(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            var key = database == TestDatabase.MARIADB ? "`key`" : "\"key\"";
            Sql.execute(
                    store,
                    "INSERT INTO subscriber_attributes (subscriber_id, " + key + ", value)"
                            + " SELECT subscriber_id, 'rat_restriction_4g', 'forbidden' FROM subscriber WHERE imsi = '"
                            + IMSI + "'");
            Sql.execute(
                    store,
                    "INSERT INTO subscriber_routing (subscriber_id, apn_id, ip_version, ip_address)"
                            + " SELECT subscriber_id, default_apn, 0, '192.0.2.7' FROM subscriber WHERE imsi = '" + IMSI
                            + "'");
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI, OTHER), ALL);
                var state = unit.subscriber(IMSI).orElseThrow();
                assertThat(state.attributes()).isEqualTo(Map.of("rat_restriction_4g", "forbidden"));
                assertThat(state.staticAddresses())
                        .containsExactly(
                                new StaticAddress(state.profile().orElseThrow().defaultApn(), 0, "192.0.2.7"));
                assertThat(unit.subscriber(OTHER).orElseThrow().attributes()).isEmpty();
            }
        }
    }
}
