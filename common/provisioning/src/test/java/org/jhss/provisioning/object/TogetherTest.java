// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.table.Selection;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TogetherTest {

    private static final Actor ACTOR = Actor.of("test", "r1");
    private static final String KEYS =
            "{'ki':'465b5ce8b199b49faa5f0a2ee238a6bc','opc':'cd63cb71954a9f4e48a5994e37a02baf','amf':'8000','imsi':'001010000000001'}";

    private Store store;
    private Objects objects;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabase.SQLITE.fresh(), KeyVault.disabled());
        store.migrator().migrate();
        objects = new Objects(store, Settings.QUIET);
        objects.create(ResourceType.APN, json("{'apn':'internet','apn_ambr_dl':0,'apn_ambr_ul':0}"), ACTOR);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static NewRow subscriber(String rest) {
        return new NewRow(
                ResourceType.SUBSCRIBER,
                json("{'imsi':'001010000000001','default_apn':'internet','apn_list':'1'" + rest + "}"));
    }

    @Test
    void rowsReferToThoseBeforeThemAndShareOneOperationThatIsTakenBackAsOne() {
        var keys = new NewRow(ResourceType.AUC, json(KEYS));
        assertThat(objects.createTogether(List.of(keys, subscriber("")), ACTOR))
                .asInstanceOf(InstanceOfAssertFactories.type(Together.Done.class))
                .satisfies(done -> {
                    assertThat(done.rows().get(1).row().get("auc_id"))
                            .isEqualTo(done.rows().getFirst().row().key());
                    assertThat(done.rows())
                            .extracting(Outcome.Done::operationId)
                            .containsOnly(done.rows().getFirst().operationId());
                });
        assertThat(objects.rollbackLast(false, ACTOR)).isInstanceOf(RollbackOutcome.Done.class);
        assertThat(objects.list(ResourceType.AUC, Selection.ALL)).isEmpty();
        assertThat(objects.list(ResourceType.SUBSCRIBER, Selection.ALL)).isEmpty();
    }

    @Test
    void nothingIsStoredWhenOneIsRefused() {
        var keys = new NewRow(ResourceType.AUC, json(KEYS));
        assertThat(objects.createTogether(List.of(keys, subscriber(",'nam':77")), ACTOR))
                .asInstanceOf(InstanceOfAssertFactories.type(Together.Refused.class))
                .satisfies(refused -> {
                    assertThat(refused.type()).isEqualTo(ResourceType.SUBSCRIBER);
                    assertThat(refused.cause()).isInstanceOf(Outcome.Invalid.class);
                });
        assertThat(objects.list(ResourceType.AUC, Selection.ALL)).isEmpty();
    }

    @Test
    void whatIsTakenIsNamed() {
        var keys = new NewRow(ResourceType.AUC, json(KEYS));
        assertThat(objects.createTogether(List.of(keys, subscriber("")), ACTOR)).isInstanceOf(Together.Done.class);
        var other = new NewRow(ResourceType.AUC, json(KEYS.replace("0001'}", "0002'}")));
        assertThat(objects.createTogether(List.of(other, subscriber("")), ACTOR))
                .asInstanceOf(InstanceOfAssertFactories.type(Together.Refused.class))
                .satisfies(refused -> assertThat(refused.cause())
                        .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Duplicate.class))
                        .satisfies(duplicate -> assertThat(duplicate.fields()).containsExactly("imsi")));
        assertThat(objects.list(ResourceType.AUC, Selection.ALL)).hasSize(1);
    }
}
