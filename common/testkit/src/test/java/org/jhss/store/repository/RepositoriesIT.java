// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.identity.Msisdn;
import org.jhss.store.Store;
import org.jhss.store.database.StoreException;
import org.jhss.store.entity.ApnExtrasRow;
import org.jhss.store.entity.ApnRow;
import org.jhss.store.entity.AucExtrasRow;
import org.jhss.store.entity.AucRow;
import org.jhss.store.entity.ChargingRuleRow;
import org.jhss.store.entity.DeviceRow;
import org.jhss.store.entity.EirHistoryRow;
import org.jhss.store.entity.EirRow;
import org.jhss.store.entity.EmergencySubscriberRow;
import org.jhss.store.entity.ImsSubscriberRow;
import org.jhss.store.entity.OperationLogRow;
import org.jhss.store.entity.PdnGatewayRow;
import org.jhss.store.entity.RoamingNetworkRow;
import org.jhss.store.entity.RoamingRuleRow;
import org.jhss.store.entity.Row;
import org.jhss.store.entity.ServingApnRow;
import org.jhss.store.entity.ServingNodeRow;
import org.jhss.store.entity.SubscriberAttributeRow;
import org.jhss.store.entity.SubscriberExtrasRow;
import org.jhss.store.entity.SubscriberRoutingRow;
import org.jhss.store.entity.SubscriberRow;
import org.jhss.store.entity.TftRow;
import org.jhss.store.secret.AuthenticationKeys;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.store.work.Sql;
import org.jhss.testkit.database.TestDatabase;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepositoriesIT {

    private static final Imsi IMSI = new Imsi("001010000000001");
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");

    private static Store open(TestDatabase database) {
        var store = Store.open(database.fresh(), KeyVault.disabled());
        store.migrator().migrate();
        return store;
    }

    @ParameterizedTest
    @EnumSource
    void store_and_find_every_kind_of_row(TestDatabase database) {
        try (var store = open(database)) {
            var stored = SubscriberFixture.subscriber(IMSI.value())
                    .msisdn("3161234567")
                    .store(store);
            store.provisioning().<Void>write(all -> {
                createOneOfEach(all, stored);
                return null;
            });

            store.provisioning().<Void>read(all -> {
                assertThat(all.subscribers().findByMsisdn(new Msisdn("3161234567")))
                        .hasSize(1);
                assertThat(all.subscribers().findByImsi(IMSI)).isPresent();
                assertThat(all.apns().findByName("internet")).hasSize(1);
                assertThat(all.authenticationCentre().findByImsi(IMSI)).isPresent();
                assertThat(all.apnExtras().get(stored.apnId()))
                        .hasValueSatisfying(
                                extras -> assertThat(extras.ambrDlKbps).isEqualTo(10_000_000L));
                assertThat(all.imsSubscribers().findByImsi(IMSI))
                        .hasSize(1)
                        .allSatisfy(ims -> assertThat(ims.scscfTimestamp).isEqualTo(NOW));
                assertThat(all.tfts().findByGroup(7)).hasSize(1);
                assertThat(all.equipmentRules().findByImei("35349006987331")).hasSize(1);
                assertThat(all.equipmentHistory().findByPair(IMSI + ",35349006987331"))
                        .hasValueSatisfying(
                                entry -> assertThat(entry.imsiImeiTimestamp).isEqualTo(NOW));
                assertThat(all.subscriberAttributes().findBySubscriber(stored.subscriberId()))
                        .hasSize(1);
                assertThat(all.subscriberRouting().findBySubscriber(stored.subscriberId()))
                        .hasSize(1);
                assertThat(all.servingApns().findBySession("pgw;1;1")).isPresent();
                assertThat(all.servingNodes().findBySubscriber(stored.subscriberId()))
                        .hasSize(1);
                assertThat(all.emergencySubscribers().findByImsi(IMSI)).hasSize(1);
                assertThat(all.operationLog().findByOperation("op-1")).hasSize(1);
                assertThat(all.devices().get(IMSI.value())).isPresent();
                assertThat(all.pdnGateways().get(new PdnGatewayRow.Key(stored.subscriberId(), "internet")))
                        .isPresent();
                assertThat(all.schemaVersions().list(0, 10)).hasSize(1);
                assertThat(all.chargingRules().count()).isEqualTo(1);
                return null;
            });
            assertThat(store.referenceData().roamingRules())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.network())
                            .hasValueSatisfying(
                                    network -> assertThat(network.mnc()).isEqualTo("01")));
            assertThat(store.referenceData().chargingRules().values())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.flows()).hasSize(1));
        }
    }

    private static void createOneOfEach(Repositories all, SubscriberFixture.Stored stored) {
        var apnExtras = new ApnExtrasRow();
        apnExtras.apnId = stored.apnId();
        apnExtras.ambrDlKbps = 10_000_000L;
        all.apnExtras().create(apnExtras);
        var subscriberExtras = new SubscriberExtrasRow();
        subscriberExtras.subscriberId = stored.subscriberId();
        subscriberExtras.rfspIndex = 3;
        all.subscriberExtras().create(subscriberExtras);
        var ims = new ImsSubscriberRow();
        ims.imsi = IMSI.value();
        ims.msisdn = "3161234567";
        ims.scscfTimestamp = NOW;
        all.imsSubscribers().create(ims);
        var rule = new ChargingRuleRow();
        rule.tftGroupId = 7;
        all.chargingRules().create(rule);
        var tft = new TftRow();
        tft.tftGroupId = 7;
        tft.tftString = "permit out ip from any to any";
        all.tfts().create(tft);
        var eir = new EirRow();
        eir.imei = "35349006987331";
        eir.regexMode = 0;
        all.equipmentRules().create(eir);
        var history = new EirHistoryRow();
        history.imsiImei = IMSI + ",35349006987331";
        history.imsiImeiTimestamp = NOW;
        all.equipmentHistory().create(history);
        var network = new RoamingNetworkRow();
        network.mcc = "901";
        network.mnc = "01";
        all.roamingNetworks().create(network);
        var roaming = new RoamingRuleRow();
        roaming.roamingNetworkId = network.roamingNetworkId;
        all.roamingRules().create(roaming);
        createStateOfEach(all, stored);
    }

    private static void createStateOfEach(Repositories all, SubscriberFixture.Stored stored) {
        var attribute = new SubscriberAttributeRow();
        attribute.subscriberId = stored.subscriberId();
        attribute.key = "rat_restriction_4g";
        attribute.value = "allowed";
        all.subscriberAttributes().create(attribute);
        var routing = new SubscriberRoutingRow();
        routing.subscriberId = stored.subscriberId();
        routing.apnId = stored.apnId();
        routing.ipAddress = "192.0.2.7";
        all.subscriberRouting().create(routing);
        var session = new ServingApnRow();
        session.subscriberId = stored.subscriberId();
        session.apn = stored.apnId();
        session.pcrfSessionId = "pgw;1;1";
        all.servingApns().create(session);
        var node = new ServingNodeRow();
        node.subscriberId = stored.subscriberId();
        node.nodeType = 1;
        node.host = "mme1.example.org";
        node.registeredAt = NOW;
        all.servingNodes().create(node);
        var emergency = new EmergencySubscriberRow();
        emergency.imsi = IMSI.value();
        all.emergencySubscribers().create(emergency);
        var log = new OperationLogRow();
        log.operationId = "op-1";
        log.operation = "INSERT";
        log.tableName = "apn";
        log.timestamp = NOW;
        all.operationLog().create(log);
        var device = new DeviceRow();
        device.imsi = IMSI.value();
        device.imei = "35349006987331";
        all.devices().create(device);
        var gateway = new PdnGatewayRow();
        gateway.subscriberId = stored.subscriberId();
        gateway.apn = "internet";
        all.pdnGateways().create(gateway);
    }

    @ParameterizedTest
    @EnumSource
    void refuse_a_second_subscriber_of_one_imsi_and_roll_all_back(TestDatabase database) {
        try (var store = open(database)) {
            var stored = SubscriberFixture.subscriber(IMSI.value()).store(store);

            assertThatThrownBy(() -> store.provisioning().<Row>write(all -> {
                        var apn = new ApnRow();
                        apn.apn = "gone";
                        all.apns().create(apn);
                        var twin = new SubscriberRow();
                        twin.imsi = IMSI.value();
                        twin.aucId = stored.aucId();
                        twin.defaultApn = stored.apnId();
                        return all.subscribers().create(twin);
                    }))
                    .isInstanceOf(StoreException.Conflict.class);
            assertThat(store.provisioning().<List<ApnRow>>read(all -> all.apns().findByName("gone")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuse_a_subscriber_without_keys(TestDatabase database) {
        try (var store = open(database)) {
            assertThatThrownBy(() -> store.provisioning().write(all -> {
                        var orphan = new SubscriberRow();
                        orphan.imsi = IMSI.value();
                        orphan.aucId = 4711;
                        orphan.defaultApn = 4711;
                        return all.subscribers().create(orphan);
                    }))
                    .isInstanceOf(StoreException.Conflict.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leave_sqn_and_serving_node_alone_when_an_old_copy_is_written(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            var stored = SubscriberFixture.subscriber(IMSI.value()).sqn(10).store(store);
            var auc = store.provisioning()
                    .read(all -> all.authenticationCentre().get(stored.aucId()))
                    .orElseThrow();
            var subscriber = store.provisioning()
                    .read(all -> all.subscribers().get(stored.subscriberId()))
                    .orElseThrow();
            Sql.execute(store, "UPDATE auc SET sqn = 99");
            Sql.execute(store, "UPDATE subscriber SET serving_mme = 'mme1'");

            store.provisioning().<Void>write(all -> {
                auc.amf = "8000";
                all.authenticationCentre().update(auc);
                subscriber.msisdn = "4912345";
                all.subscribers().update(subscriber);
                return null;
            });

            assertThat(Sql.text(store, "SELECT sqn FROM auc WHERE amf = '8000'"))
                    .contains("99");
            assertThat(Sql.text(store, "SELECT serving_mme FROM subscriber WHERE msisdn = '4912345'"))
                    .contains("mme1");
            assertThat(store.provisioning()
                            .<Boolean>write(all -> all.authenticationCentre().setSqn(stored.aucId(), 5)))
                    .isTrue();
            assertThat(Sql.text(store, "SELECT sqn FROM auc")).contains("5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void delete_a_subscriber_with_what_hangs_on_it(TestDatabase database) {
        try (var store = open(database)) {
            var stored = SubscriberFixture.subscriber(IMSI.value()).store(store);
            store.provisioning().<Void>write(all -> {
                createStateOfEach(all, stored);
                return null;
            });

            assertThat(store.provisioning()
                            .<Boolean>write(all -> all.subscribers().delete(stored.subscriberId())
                                    && all.authenticationCentre().delete(stored.aucId())))
                    .isTrue();

            store.provisioning().<Void>read(all -> {
                assertThat(all.servingNodes().count()).isZero();
                assertThat(all.pdnGateways().count()).isZero();
                assertThat(all.subscriberAttributes().count()).isZero();
                assertThat(all.authenticationCentre().count()).isZero();
                return null;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void list_page_by_page(TestDatabase database) {
        try (var store = open(database)) {
            store.provisioning().<Void>write(all -> {
                for (int i = 0; i < 5; i++) {
                    var apn = new ApnRow();
                    apn.apn = "apn" + i;
                    all.apns().create(apn);
                }
                return null;
            });
            assertThat(store.provisioning().<List<ApnRow>>read(all -> all.apns().list(2, 2)))
                    .extracting(row -> row.apn)
                    .containsExactly("apn2", "apn3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keep_tuak_keys_that_pyhss_columns_cannot_hold(TestDatabase database) {
        try (var store = open(database)) {
            var k = "ab".repeat(32);
            var row = store.provisioning().write(all -> {
                var auc = new AucRow();
                auc.ki = k;
                auc.opc = "cd".repeat(32);
                auc.amf = "8000";
                auc.imsi = IMSI.value();
                var extras = new AucExtrasRow();
                extras.algorithm = "tuak";
                extras.keccakIterations = 1;
                return all.authenticationCentre().create(auc, extras);
            });
            assertThat(Objects.requireNonNull(row.ki)).hasSizeLessThanOrEqualTo(32);
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI), Set.of(Need.AUTHENTICATION));
                assertThat(unit.subscriber(IMSI).orElseThrow().keys())
                        .isInstanceOfSatisfying(AuthenticationKeys.Available.class, keys -> {
                            assertThat(keys.k().toHex()).isEqualTo(k);
                            assertThat(keys.parameters().keccakIterations()).hasValue(1);
                        });
            }
        }
    }
}
