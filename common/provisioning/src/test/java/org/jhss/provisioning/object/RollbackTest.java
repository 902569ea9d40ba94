// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.history.Operation;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.secret.StoredKeys;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbackTest {

    private Ground ground;

    @BeforeEach
    void open() {
        ground = Ground.on(TestDatabase.SQLITE.fresh(), Ground.vault(), Settings.QUIET);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void a_deleted_subscriber_comes_back_with_what_hung_on_it() {
        int subscriber = ground.subscriber("001010000000001").key();
        ground.create(
                ResourceType.SUBSCRIBER_ATTRIBUTES,
                "{'subscriber_id':" + subscriber + ",'key':'rat_restriction_4g','value':'allowed'}");
        ground.create(
                ResourceType.SUBSCRIBER_ROUTING,
                "{'subscriber_id':" + subscriber + ",'apn_id':1,'ip_address':'10.45.0.7'}");
        ground.update(ResourceType.SUBSCRIBER, subscriber, "{'rfsp_index':7,'serving_mme':'mme1'}");
        var before = ground.everything();

        var deleted = ground.delete(ResourceType.SUBSCRIBER, subscriber);
        assertThat(ground.list(ResourceType.SUBSCRIBER_ATTRIBUTES)).isEmpty();
        var undone = ground.undo(deleted.operationId());

        assertThat(ground.everything()).isEqualTo(before);
        assertThat(undone.rows())
                .extracting(RollbackOutcome.Row::type)
                .startsWith(ResourceType.SUBSCRIBER)
                .containsExactlyInAnyOrder(
                        ResourceType.SUBSCRIBER, ResourceType.SUBSCRIBER_ATTRIBUTES, ResourceType.SUBSCRIBER_ROUTING);
    }

    @Test
    void sealed_keys_come_back_and_are_nowhere_in_plain() {
        var auc = ground.auc("001010000000001");
        assertThat(auc.get("ki")).isEqualTo(StoredKeys.ELSEWHERE);
        var changed = ground.update(ResourceType.AUC, auc.key(), "{'ki':'00112233445566778899aabbccddeeff'}");
        var deleted = ground.delete(ResourceType.AUC, auc.key());

        ground.undo(deleted.operationId());
        assertThat(ground.objects
                        .reveal(ground.read(ResourceType.AUC, auc.key()))
                        .get("ki"))
                .isEqualTo("00112233445566778899aabbccddeeff");
        ground.undo(changed.operationId());
        var revealed = ground.objects.reveal(ground.read(ResourceType.AUC, auc.key()));
        assertThat(revealed.get("ki")).isEqualTo(Ground.K);
        assertThat(revealed.get("opc")).isEqualTo(Ground.OPC);

        assertThat(ground.list(ResourceType.OPERATION_LOG))
                .allSatisfy(row -> assertThat(String.valueOf(row.get("changes")))
                        .doesNotContain(Ground.K)
                        .doesNotContain(Ground.OPC)
                        .doesNotContain("00112233445566778899aabbccddeeff"));
        assertThat(ground.objects.history(Optional.empty(), 0, 100))
                .allSatisfy(entry -> assertThat(entry.before().toString() + entry.after())
                        .doesNotContain(Ground.K)
                        .doesNotContain("ki"));
    }

    @Test
    void a_row_that_was_changed_since_is_left_alone_unless_forced() {
        int apn = ground.apn().key();
        var first = ground.update(ResourceType.APN, apn, "{'qci':5,'arp_priority':2}");
        ground.update(ResourceType.APN, apn, "{'qci':6}");

        assertThat(ground.objects.rollback(first.operationId(), false, Ground.ACTOR))
                .isEqualTo(new RollbackOutcome.Changed(
                        List.of(new RollbackOutcome.ChangedRow(ResourceType.APN, apn, List.of("qci")))));
        assertThat(ground.read(ResourceType.APN, apn).get("arp_priority")).isEqualTo(2);

        assertThat(ground.objects.rollback(first.operationId(), true, Ground.ACTOR))
                .isInstanceOf(RollbackOutcome.Done.class);
        assertThat(ground.read(ResourceType.APN, apn).get("qci")).isEqualTo(9);
        assertThat(ground.read(ResourceType.APN, apn).get("arp_priority")).isEqualTo(4);
    }

    @Test
    void what_the_network_writes_does_not_hinder() {
        var subscriber = ground.subscriber("001010000000001");
        var created = ground.objects
                .history(ResourceType.SUBSCRIBER, subscriber.key(), 0, 1)
                .getFirst();
        ground.store
                .provisioning()
                .write(repositories -> repositories.authenticationCentre().setSqn(1, 4711));

        ground.undo(created.operationId());
        var keys = ground.objects.history(ResourceType.AUC, 1, 0, 1).getFirst();
        ground.undo(keys.operationId());
        assertThat(ground.list(ResourceType.AUC)).isEmpty();
    }

    @Test
    void rows_of_one_operation_go_back_together() {
        var actor = new Actor("test", "r", Optional.of("op-1"));
        var before = ground.everything();
        ground.objects.create(ResourceType.APN, Ground.json("{'apn':'a','apn_ambr_dl':0,'apn_ambr_ul':0}"), actor);
        ground.objects.create(ResourceType.ROAMING_NETWORK, Ground.json("{'mcc':'001','mnc':'01'}"), actor);
        ground.objects.create(ResourceType.ROAMING_RULE, Ground.json("{'roaming_network_id':1}"), actor);

        assertThat(ground.undo("op-1").rows())
                .extracting(RollbackOutcome.Row::type)
                .containsExactly(ResourceType.ROAMING_RULE, ResourceType.ROAMING_NETWORK, ResourceType.APN);
        assertThat(ground.everything()).isEqualTo(before);
        assertThat(ground.objects.rollback("op-1", false, Ground.ACTOR))
                .isInstanceOf(RollbackOutcome.AlreadyUndone.class);
    }

    @Test
    void the_last_one_is_the_last_that_still_stands_and_a_rollback_can_be_rolled_back() {
        int apn = ground.apn().key();
        ground.update(ResourceType.APN, apn, "{'qci':5}");
        var last = ground.update(ResourceType.APN, apn, "{'qci':6}");

        var undone = (RollbackOutcome.Done) ground.objects.rollbackLast(false, Ground.ACTOR);
        assertThat(undone.undone()).isEqualTo(last.operationId());
        assertThat(ground.read(ResourceType.APN, apn).get("qci")).isEqualTo(5);
        ground.objects.rollbackLast(false, Ground.ACTOR);
        assertThat(ground.read(ResourceType.APN, apn).get("qci")).isEqualTo(9);

        ground.objects.rollbackLast(false, Ground.ACTOR);
        assertThat(ground.list(ResourceType.APN)).isEmpty();
        assertThat(ground.objects.rollbackLast(false, Ground.ACTOR)).isEqualTo(new RollbackOutcome.NothingFound());
    }

    @Test
    void a_rollback_is_logged_with_what_it_undoes() {
        int apn = ground.apn().key();
        var changed = ground.update(ResourceType.APN, apn, "{'qci':5}");
        var undone = ground.undo(changed.operationId());

        assertThat(ground.objects.operation(undone.operationId()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.undoes()).contains(changed.operationId());
                    assertThat(entry.operation()).isEqualTo(Operation.UPDATE);
                    assertThat(entry.actor()).isEqualTo("test");
                    assertThat(entry.requestId()).isEqualTo("request-1");
                    assertThat(entry.before().get("qci").intValue()).isEqualTo(5);
                    assertThat(entry.after().get("qci").intValue()).isEqualTo(9);
                });
        assertThat(ground.objects.operation(changed.operationId()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.undoneBy()).contains(undone.operationId()));
    }

    @Test
    void what_others_refer_to_by_now_stays() {
        int apn = ground.apn().key();
        var created = ground.objects.history(ResourceType.APN, apn, 0, 1).getFirst();
        int auc = ground.auc("001010000000001").key();
        ground.create(
                ResourceType.SUBSCRIBER,
                "{'imsi':'001010000000001','auc_id':" + auc + ",'default_apn':" + apn + ",'apn_list':''}");

        assertThat(ground.objects.rollback(created.operationId(), true, Ground.ACTOR))
                .asInstanceOf(InstanceOfAssertFactories.type(RollbackOutcome.Blocked.class))
                .extracting(RollbackOutcome.Blocked::cause)
                .isInstanceOf(Outcome.Referenced.class);
    }
}
