// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jhss.platform.config.ChangesConfig;
import org.jhss.provisioning.history.Retention;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.table.Kind;
import org.jhss.store.table.Table;
import org.jhss.store.table.TableColumn;
import org.jhss.testkit.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main cases on each database. */
class ObjectsIT {

    @ParameterizedTest
    @EnumSource
    void every_object_goes_from_creation_to_deletion_and_back(TestDatabase database) {
        try (var ground = Ground.on(database)) {
            ground.subscriber("001010000000099");
            ground.create(ResourceType.ROAMING_NETWORK, "{'name':'Home','mcc':'001','mnc':'01'}");
            RoundTripTest.objects().forEach(arguments -> {
                var type = (ResourceType) arguments.get()[0];
                var created = ground.create(type, (String) arguments.get()[1]);
                assertThat(ground.read(type, created.key()).values()).isEqualTo(created.values());
                var before = ground.everything();
                ground.update(type, created.key(), (String) arguments.get()[2]);
                var deleted = ground.delete(type, created.key());
                assertThat(ground.objects.read(type, created.key())).isEmpty();
                ground.undo(deleted.operationId());
                var change = ground.objects.history(type, created.key(), 0, 3).getLast();
                ground.undo(change.operationId());
                assertThat(ground.everything()).isEqualTo(before);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_taken_absent_or_needed_is_named(TestDatabase database) {
        try (var ground = Ground.on(database)) {
            int subscriber = ground.subscriber("001010000000001").key();
            assertThat(ground.tryCreate(
                            ResourceType.SUBSCRIBER,
                            "{'imsi':'001010000000001','auc_id':1,'default_apn':'internet','apn_list':'1'}"))
                    .isEqualTo(
                            new Outcome.Duplicate(ResourceType.SUBSCRIBER, List.of("imsi"), Optional.of(subscriber)));
            assertThat(ground.tryUpdate(ResourceType.SUBSCRIBER, subscriber, "{'auc_id':9}"))
                    .isEqualTo(Outcome.Invalid.of("auc_id", "reference", "names auc 9, which does not exist"));
            assertThat(ground.tryDelete(ResourceType.AUC, 1)).isInstanceOf(Outcome.Referenced.class);
            assertThat(ground.tryDelete(ResourceType.APN, 1))
                    .isInstanceOfSatisfying(
                            Outcome.Referenced.class,
                            conflict -> assertThat(conflict.referrers()).hasSize(2));
            assertThat(ground.tryCreate(ResourceType.APN, "{'apn_id':1,'apn':'b','apn_ambr_dl':0,'apn_ambr_ul':0}"))
                    .isEqualTo(new Outcome.Duplicate(ResourceType.APN, List.of("apn_id"), Optional.of(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keys_go_on_after_one_that_a_client_chose(TestDatabase database) {
        try (var ground = Ground.on(database)) {
            assertThat(ground.apn().key()).isEqualTo(1);
            ground.create(ResourceType.APN, "{'apn_id':7,'apn':'b','apn_ambr_dl':0,'apn_ambr_ul':0}");
            assertThat(ground.apn().key()).isEqualTo(8);
            ground.create(ResourceType.APN, "{'apn_id':3,'apn':'b','apn_ambr_dl':0,'apn_ambr_ul':0}");
            assertThat(ground.apn().key()).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_found_filtered_sorted_and_counted(TestDatabase database) {
        try (var ground = Ground.on(database)) {
            for (int i = 1; i <= 5; i++) {
                ground.create(
                        ResourceType.IMS_SUBSCRIBER,
                        "{'msisdn':'44" + i + "','imsi':'00101" + (6 - i) + "','msisdn_list':'44" + i + ", 77" + i
                                + "','ifc_path':'" + (i % 2 == 0 ? "Even_%.xml" : "odd!.xml") + "'}");
            }
            assertThat(found(ground, Query.of(ResourceType.IMS_SUBSCRIBER).where("msisdn", "eq", "443")))
                    .containsExactly(3);
            assertThat(found(ground, Query.of(ResourceType.IMS_SUBSCRIBER).where("imsi", "prefix", "00101")))
                    .hasSize(5);
            assertThat(found(ground, Query.of(ResourceType.IMS_SUBSCRIBER).where("ifc_path", "contains", "N_%")))
                    .containsExactly(2, 4);
            assertThat(found(ground, Query.of(ResourceType.IMS_SUBSCRIBER).where("ifc_path", "prefix", "odd!")))
                    .containsExactly(1, 3, 5);
            assertThat(found(ground, Query.of(ResourceType.IMS_SUBSCRIBER).where("msisdn_list", "has", "772")))
                    .containsExactly(2);
            assertThat(found(ground, Query.of(ResourceType.IMS_SUBSCRIBER).where("msisdn", "in", "441,445,9")))
                    .containsExactly(1, 5);
            assertThat(found(ground, Query.of(ResourceType.IMS_SUBSCRIBER).where("ims_subscriber_id", "gt", "3")))
                    .containsExactly(4, 5);
            assertThat(found(ground, Query.of(ResourceType.IMS_SUBSCRIBER).where("scscf", "null", "false")))
                    .isEmpty();
            var page = ground.objects.page(
                    ResourceType.IMS_SUBSCRIBER,
                    Query.of(ResourceType.IMS_SUBSCRIBER)
                            .orderBy("ifc_path,-imsi")
                            .page(1, 2)
                            .selection());
            assertThat(page.total()).hasValue(5);
            assertThat(page.rows())
                    .extracting(ResourceRow::key)
                    .hasSize(2)
                    .startsWith(
                            database == TestDatabase.SQLITE
                                    ? 4
                                    : page.rows().getFirst().key());
            assertThat(found(
                            ground,
                            Query.of(ResourceType.IMS_SUBSCRIBER).after(3).page(0, 1)))
                    .containsExactly(4);
        }
    }

    private static List<Integer> found(Ground ground, Query query) {
        assertThat(query.problems()).isEmpty();
        return ground.objects.list(ResourceType.IMS_SUBSCRIBER, query.selection()).stream()
                .map(ResourceRow::key)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void many_writers_lose_nothing(TestDatabase database) throws Exception {
        try (var ground = Ground.on(database);
                var threads = Executors.newFixedThreadPool(8)) {
            int apn = ground.apn().key();
            var work = new ArrayList<Callable<Outcome>>();
            IntStream.range(0, 40).forEach(i -> {
                work.add(() -> ground.tryUpdate(ResourceType.APN, apn, "{'apn_ambr_dl':" + (i + 1) + "}"));
                work.add(() -> ground.tryCreate(ResourceType.IMS_SUBSCRIBER, "{'msisdn':'44" + i / 2 + "'}"));
            });
            int done = 0;
            int taken = 0;
            for (var future : threads.invokeAll(work)) {
                done += future.get() instanceof Outcome.Done ? 1 : 0;
                taken += future.get() instanceof Outcome.Duplicate ? 1 : 0;
            }
            assertThat(done).isEqualTo(60);
            assertThat(taken).isEqualTo(20);
            assertThat(ground.list(ResourceType.OPERATION_LOG)).hasSize(61);
            for (var entry : ground.objects.history(ResourceType.APN, apn, 0, 40)) {
                ground.undo(entry.operationId());
            }
            assertThat(ground.read(ResourceType.APN, apn).get("apn_ambr_dl")).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sealed_keys_come_back(TestDatabase database) {
        try (var ground = Ground.on(database.fresh(), Ground.vault(), Settings.QUIET)) {
            int auc = ground.auc("001010000000001").key();
            ground.update(ResourceType.AUC, auc, "{'algorithm':'tuak','ki':'" + Ground.K + Ground.K + "'}");
            var before = ground.everything();
            ground.undo(ground.delete(ResourceType.AUC, auc).operationId());
            assertThat(ground.everything()).isEqualTo(before);
            assertThat(ground.objects.reveal(ground.read(ResourceType.AUC, auc)).get("ki"))
                    .isEqualTo(Ground.K + Ground.K);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changes_are_told_to_webhooks_and_the_network_and_the_log_is_kept_short(TestDatabase database) {
        var settings = new Settings(
                List.of(URI.create("http://127.0.0.1:9/hook")),
                Optional.of(new ChangesConfig(true, 100, Duration.ofHours(1), Duration.ofDays(1))),
                new Retention(10, Optional.of(Duration.ofDays(1))));
        try (var ground = Ground.on(database.fresh(), KeyVault.disabled(), settings)) {
            int subscriber = ground.subscriber("001010000000001").key();
            ground.update(ResourceType.SUBSCRIBER, subscriber, "{'serving_mme':'mme1.example.org'}");
            ground.update(ResourceType.SUBSCRIBER, subscriber, "{'enabled':false}");
            ground.update(ResourceType.APN, 1, "{'qci':5}");
            var waiting = ground.store.outbox().head("http://127.0.0.1:9/hook", 10);
            assertThat(waiting)
                    .hasSize(6)
                    .allSatisfy(notification ->
                            assertThat(notification.notification().body()).doesNotContain(Ground.K));
            assertThat(changes(ground, "imsi", "001010000000001")).containsExactly("DISABLED");
            assertThat(changes(ground, "kind", "APN")).containsExactly("APN");
            for (int i = 0; i < 260; i++) {
                ground.update(ResourceType.APN, 1, "{'apn_ambr_dl':" + (i + 1) + "}");
            }
            assertThat(ground.list(ResourceType.OPERATION_LOG)).hasSizeBetween(10, 30);
        }
    }

    private static final Table CHANGES = Table.of(
            "jhss_change",
            List.of(
                    new TableColumn("change_id", Kind.INTEGER, false),
                    new TableColumn("kind", Kind.TEXT, false),
                    new TableColumn("imsi", Kind.TEXT, false)));

    private static List<String> changes(Ground ground, String column, String value) {
        List<@Nullable Object[]> rows =
                ground.store.tables().read(transaction -> transaction.find(CHANGES, CHANGES.position(column), value));
        return rows.stream().map(row -> String.valueOf(row[1])).toList();
    }
}
