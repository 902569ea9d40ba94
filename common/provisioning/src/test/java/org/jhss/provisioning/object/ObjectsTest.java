// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.table.Selection;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ObjectsTest {

    private static final Actor ACTOR = Actor.of("test", "r1");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Store store;
    private Objects objects;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabase.SQLITE.fresh(), KeyVault.disabled());
        store.migrator().migrate();
        objects = new Objects(store, Settings.QUIET);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    private ResourceRow create(ResourceType type, String text) {
        var outcome = objects.create(type, json(text), ACTOR);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).row();
    }

    private ResourceRow subscriber() {
        var apn = create(ResourceType.APN, "{'apn':'internet','apn_ambr_dl':0,'apn_ambr_ul':0}");
        var auc = create(
                ResourceType.AUC,
                "{'ki':'465b5ce8b199b49faa5f0a2ee238a6bc','opc':'cd63cb71954a9f4e48a5994e37a02baf','amf':'8000','sqn':0,"
                        + "'imsi':'001010000000001'}");
        return create(
                ResourceType.SUBSCRIBER,
                "{'imsi':'001010000000001','auc_id':" + auc.key() + ",'default_apn':" + apn.key() + ",'apn_list':'"
                        + apn.key() + "','msisdn':'+441234'}");
    }

    @Test
    void a_row_is_created_with_defaults_read_changed_listed_and_deleted() {
        var row = subscriber();
        var stored = objects.read(ResourceType.SUBSCRIBER, row.key()).orElseThrow();
        assertThat(RowJson.tree(stored, View.COMPATIBLE)).isEqualTo(RowJson.tree(row, View.COMPATIBLE));
        assertThat(stored.get("msisdn")).isEqualTo("441234");
        assertThat(stored.get("ue_ambr_dl")).isEqualTo(999_999);

        var changed = objects.update(
                ResourceType.SUBSCRIBER, row.key(), json("{'nam':2,'nonsense':1}"), Optional.empty(), ACTOR);
        assertThat(changed)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Done.class))
                .satisfies(done -> assertThat(done.row().get("nam")).isEqualTo(2));
        assertThat(objects.list(ResourceType.SUBSCRIBER, Selection.ALL)).hasSize(1);

        assertThat(objects.delete(ResourceType.SUBSCRIBER, row.key(), Optional.empty(), ACTOR))
                .isInstanceOf(Outcome.Done.class);
        assertThat(objects.read(ResourceType.SUBSCRIBER, row.key())).isEmpty();
        assertThat(objects.list(ResourceType.OPERATION_LOG, Selection.ALL))
                .extracting(log -> log.get("operation"))
                .containsExactly("INSERT", "INSERT", "INSERT", "UPDATE", "DELETE");
    }

    @Test
    void rows_that_others_refer_to_are_not_deleted() {
        var row = subscriber();
        assertThat(objects.delete(ResourceType.APN, 1, Optional.empty(), ACTOR))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Referenced.class))
                .satisfies(conflict -> assertThat(conflict.referrers())
                        .extracting(Outcome.Referrers::column)
                        .containsExactly("default_apn", "apn_list"))
                .satisfies(conflict -> assertThat(conflict.message())
                        .isEqualTo("apn 1 is referred to by 1 row(s) of subscriber.default_apn (" + row.key()
                                + "), 1 row(s) of subscriber.apn_list (" + row.key() + ")"));
    }

    @Test
    void what_is_taken_or_absent_is_named() {
        subscriber();
        assertThat(objects.create(
                        ResourceType.SUBSCRIBER,
                        json("{'imsi':'001010000000001','auc_id':1,'default_apn':'internet','apn_list':'1'}"),
                        ACTOR))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Duplicate.class))
                .satisfies(duplicate -> assertThat(duplicate.fields()).containsExactly("imsi"));
        assertThat(objects.create(
                        ResourceType.SUBSCRIBER,
                        json("{'imsi':'001010000000002','auc_id':77,'default_apn':1,'apn_list':'1'}"),
                        ACTOR))
                .isEqualTo(Outcome.Invalid.of("auc_id", "reference", "names auc 77, which does not exist"));
    }
}
