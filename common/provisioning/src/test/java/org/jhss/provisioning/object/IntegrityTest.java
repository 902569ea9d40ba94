// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrityTest {

    private Ground ground;

    @BeforeEach
    void open() {
        ground = Ground.on(TestDatabase.SQLITE);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private void refers(Outcome outcome, ResourceType type, String column, Integer... keys) {
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Referenced.class))
                .satisfies(conflict -> assertThat(conflict.referrers())
                        .contains(new Outcome.Referrers(type, column, List.of(keys), keys.length)));
    }

    @Test
    void keys_apns_rules_and_networks_stay_while_somebody_needs_them() {
        int subscriber = ground.subscriber("001010000000001").key();
        ground.create(ResourceType.ROAMING_NETWORK, "{'mcc':'001','mnc':'01'}");
        ground.create(ResourceType.ROAMING_RULE, "{'roaming_network_id':1}");
        ground.update(ResourceType.SUBSCRIBER, subscriber, "{'roaming_rule_list':'1','apn_list':'12, 1'}");
        ground.create(ResourceType.CHARGING_RULE, "{'mbr_dl':0,'mbr_ul':0,'gbr_dl':0,'gbr_ul':0}");
        ground.update(ResourceType.APN, 1, "{'charging_rule_list':'1'}");

        refers(ground.tryDelete(ResourceType.AUC, 1), ResourceType.SUBSCRIBER, "auc_id", subscriber);
        refers(ground.tryDelete(ResourceType.APN, 1), ResourceType.SUBSCRIBER, "default_apn", subscriber);
        refers(ground.tryDelete(ResourceType.APN, 1), ResourceType.SUBSCRIBER, "apn_list", subscriber);
        refers(
                ground.tryDelete(ResourceType.ROAMING_RULE, 1),
                ResourceType.SUBSCRIBER,
                "roaming_rule_list",
                subscriber);
        refers(
                ground.tryDelete(ResourceType.ROAMING_NETWORK, 1),
                ResourceType.SUBSCRIBER,
                "roaming_rule_list",
                subscriber);
        refers(ground.tryDelete(ResourceType.CHARGING_RULE, 1), ResourceType.APN, "charging_rule_list", 1);
        ground.apn();
        ground.delete(ResourceType.APN, 2);
    }

    @Test
    void what_hangs_on_a_row_goes_with_it_and_is_logged() {
        int subscriber = ground.subscriber("001010000000001").key();
        ground.create(ResourceType.SUBSCRIBER_ATTRIBUTES, "{'subscriber_id':" + subscriber + ",'key':'k'}");
        ground.create(ResourceType.SUBSCRIBER_ROUTING, "{'subscriber_id':" + subscriber + ",'apn_id':1}");
        ground.create(ResourceType.SERVING_APN, "{'subscriber_id':" + subscriber + ",'apn':1}");

        var done = ground.delete(ResourceType.SUBSCRIBER, subscriber);

        for (var type : List.of(
                ResourceType.SUBSCRIBER_ATTRIBUTES, ResourceType.SUBSCRIBER_ROUTING, ResourceType.SERVING_APN)) {
            assertThat(ground.list(type)).isEmpty();
        }
        assertThat(ground.objects.operation(done.operationId())).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUBSCRIBER | auc_id | {'imsi':'00101','auc_id':9,'default_apn':1,'apn_list':''}",
                "SUBSCRIBER | default_apn | {'imsi':'00101','auc_id':1,'default_apn':9,'apn_list':''}",
                "SUBSCRIBER_ROUTING | subscriber_id | {'subscriber_id':9,'apn_id':1}",
                "SUBSCRIBER_ROUTING | apn_id | {'subscriber_id':1,'apn_id':9}",
                "ROAMING_RULE | roaming_network_id | {'roaming_network_id':9}",
                "SUBSCRIBER_ATTRIBUTES | subscriber_id | {'subscriber_id':9,'key':'k'}",
                "SERVING_APN | subscriber_id | {'subscriber_id':9,'apn':1}",
                "SERVING_APN | apn | {'subscriber_id':1,'apn':9}"
            })
    void what_a_new_row_refers_to_exists(ResourceType type, String field, String input) {
        ground.subscriber("001010000000001");
        assertThat(ground.tryCreate(type, input))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Invalid.class))
                .satisfies(invalid -> assertThat(invalid.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.field()).isEqualTo(field))
                        .satisfies(problem -> assertThat(problem.rule()).isEqualTo("reference")));
        assertThat(ground.list(ResourceType.OPERATION_LOG)).hasSize(3);
    }

    @Test
    void a_changed_row_refers_to_what_exists() {
        int subscriber = ground.subscriber("001010000000001").key();
        assertThat(ground.tryUpdate(ResourceType.SUBSCRIBER, subscriber, "{'auc_id':9}"))
                .isEqualTo(Outcome.Invalid.of("auc_id", "reference", "names auc 9, which does not exist"));
    }

    @Test
    void lists_may_mention_what_is_not_there_yet() {
        var done = Ground.done(ground.tryCreate(
                ResourceType.APN, "{'apn':'a','apn_ambr_dl':0,'apn_ambr_ul':0,'charging_rule_list':'1,2'}"));
        assertThat(done.warnings())
                .extracting(FieldProblem::message)
                .containsExactly(
                        "names charging_rule 1, which does not exist", "names charging_rule 2, which does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUC | imsi | {'ki':'465b5ce8b199b49faa5f0a2ee238a6bc','opc':'','amf':'8000','imsi':'001010000000001'}",
                "AUC | iccid | {'ki':'465b5ce8b199b49faa5f0a2ee238a6bc','opc':'','amf':'8000','iccid':'8988211000000000003'}",
                "AUC | auc_id | {'ki':'465b5ce8b199b49faa5f0a2ee238a6bc','opc':'','amf':'8000','auc_id':'1'}",
                "SUBSCRIBER | imsi | {'imsi':'001010000000001','auc_id':1,'default_apn':1,'apn_list':''}",
                "IMS_SUBSCRIBER | msisdn | {'msisdn':'+441234'}",
                "EIR_HISTORY | imsi_imei | {'imsi_imei':'1,2'}",
                "SUBSCRIBER_ROUTING | subscriber_id,apn_id | {'subscriber_id':1,'apn_id':1}"
            })
    void what_is_unique_is_there_once(ResourceType type, String fields, String input) {
        ground.subscriber("001010000000001");
        ground.update(ResourceType.AUC, 1, "{'iccid':'8988211000000000003'}");
        ground.create(ResourceType.IMS_SUBSCRIBER, "{'msisdn':'441234'}");
        ground.create(ResourceType.EIR_HISTORY, "{'imsi_imei':'1,2'}");
        ground.create(ResourceType.SUBSCRIBER_ROUTING, "{'subscriber_id':1,'apn_id':1}");

        assertThat(ground.tryCreate(type, input))
                .isEqualTo(new Outcome.Duplicate(type, List.of(fields.split(",")), Optional.of(1)));
    }

    @Test
    void a_change_may_not_take_what_another_row_has() {
        ground.auc("001010000000001");
        int second = ground.auc("001010000000002").key();
        assertThat(ground.tryUpdate(ResourceType.AUC, second, "{'imsi':'001010000000001'}"))
                .isEqualTo(new Outcome.Duplicate(ResourceType.AUC, List.of("imsi"), Optional.of(1)));
    }

    @Test
    void two_apns_may_have_one_name_but_it_does_not_lead_to_either() {
        ground.subscriber("001010000000001");
        ground.apn();
        assertThat(ground.tryUpdate(ResourceType.SUBSCRIBER, 1, "{'default_apn':'internet'}"))
                .isEqualTo(Outcome.Invalid.of("default_apn", "reference", "names more than one APN; give the id"));
        assertThat(ground.tryUpdate(ResourceType.SUBSCRIBER, 1, "{'default_apn':'nowhere'}"))
                .isEqualTo(Outcome.Invalid.of("default_apn", "reference", "names no APN that exists"));
    }

    @Test
    void a_row_that_somebody_else_has_changed_is_stale() {
        var apn = ground.apn();
        ground.update(ResourceType.APN, apn.key(), "{'qci':5}");
        var version = Optional.of(Versions.of(apn));
        assertThat(ground.objects.update(ResourceType.APN, apn.key(), Ground.json("{'qci':6}"), version, Ground.ACTOR))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(ground.objects.delete(ResourceType.APN, apn.key(), version, Ground.ACTOR))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(ground.read(ResourceType.APN, apn.key()).get("qci")).isEqualTo(5);
    }

    @Test
    void every_wrong_field_is_named() {
        assertThat(
                        ground.tryCreate(
                                ResourceType.SUBSCRIBER,
                                "{'imsi':'x','auc_id':null,'default_apn':1,'apn_list':'1,,2','nam':1.5,'nonsense':1,'enabled':'maybe'}"))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Invalid.class))
                .satisfies(invalid -> assertThat(invalid.problems())
                        .extracting(FieldProblem::field, FieldProblem::rule)
                        .containsExactlyInAnyOrder(
                                org.assertj.core.groups.Tuple.tuple("nonsense", "unknown"),
                                org.assertj.core.groups.Tuple.tuple("imsi", "imsi"),
                                org.assertj.core.groups.Tuple.tuple("auc_id", "required"),
                                org.assertj.core.groups.Tuple.tuple("apn_list", "id_list"),
                                org.assertj.core.groups.Tuple.tuple("nam", "type"),
                                org.assertj.core.groups.Tuple.tuple("enabled", "type")));
        assertThat(ground.list(ResourceType.OPERATION_LOG)).isEmpty();
    }

    @Test
    void the_key_and_the_log_cannot_be_changed() {
        int apn = ground.apn().key();
        assertThat(ground.tryUpdate(ResourceType.APN, apn, "{'apn_id':7}"))
                .isEqualTo(Outcome.Invalid.of("apn_id", "immutable", "cannot be changed"));
        assertThat(ground.tryDelete(ResourceType.OPERATION_LOG, 1)).isInstanceOf(Outcome.Invalid.class);
    }
}
