// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each object from creation to deletion. */
class RoundTripTest {

    /** What PyHSS's own clients send, and one change. */
    static Stream<Arguments> objects() {
        return Stream.of(
                arguments(
                        ResourceType.APN,
                        "{'apn':'UnitTest1','pgw_address':'10.98.0.20','sgw_address':'10.98.0.10','charging_characteristics':'0800',"
                                + "'apn_ambr_dl':99999,'apn_ambr_ul':99999,'qci':7,'ip_version':0,'nbiot':false,'arp_priority':1,"
                                + "'arp_preemption_capability':true,'arp_preemption_vulnerability':true,'charging_rule_list':null}",
                        "{'apn':'PatchedValue'}"),
                arguments(
                        ResourceType.AUC,
                        "{'ki':'fad51018f65affc04e6d56d699df3a76','opc':'44d51018f65affc04e6d56d699df3a76','amf':'8000','sqn':'99',"
                                + "'algo':'3','esim':0}",
                        "{'sim_vendor':'Vendor','imsi':null}"),
                arguments(
                        ResourceType.SUBSCRIBER,
                        "{'imsi':'001001000000019','auc_id':1,'default_apn':'internet','apn_list':'1,2,77','msisdn':'123456789',"
                                + "'enabled':1,'nam':'0','subscribed_rau_tau_timer':600}",
                        "{'msisdn':'+123414299213','serving_mme':'mme1','serving_mme_timestamp':'2026-11-22T06:30:00Z'}"),
                arguments(
                        ResourceType.SUBSCRIBER_ROUTING,
                        "{'subscriber_id':1,'apn_id':1,'ip_version':0,'ip_address':'10.45.0.7'}",
                        "{'ip_version':1,'ip_address':'2001:db8::7'}"),
                arguments(
                        ResourceType.IMS_SUBSCRIBER,
                        "{'msisdn':'5231231','msisdn_list':'[9076543210]','imsi':'5231231','ifc_path':'default_ifc.xml',"
                                + "'sh_profile':'string','xcap_profile':'string','scscf':'sip:scscf.ims.example.org:6060'}",
                        "{'msisdn':'5132312321','xcap_profile':'<simservs/>'}"),
                arguments(
                        ResourceType.TFT,
                        "{'tft_group_id':1,'tft_string':'permit out ip from any to any','direction':1}",
                        "{'tft_string':'permit out ip from 10.98.0.20 80 to any 1-65535'}"),
                arguments(
                        ResourceType.CHARGING_RULE,
                        "{'rule_name':'charging_rule_test2','qci':4,'arp_priority':5,'arp_preemption_capability':true,"
                                + "'arp_preemption_vulnerability':false,'mbr_dl':128000,'mbr_ul':128000,'gbr_dl':128000,"
                                + "'gbr_ul':128000,'tft_group_id':1,'precedence':100,'rating_group':4000}",
                        "{'rule_name':'updated-via-api'}"),
                arguments(
                        ResourceType.EIR,
                        "{'match_response_code':2,'imei':'^777.*','imsi':'^1234123412341234$','regex_mode':1}",
                        "{'match_response_code':3}"),
                arguments(
                        ResourceType.EIR_HISTORY,
                        "{'imsi_imei':'001010000000001,3566660612345678','match_response_code':0,"
                                + "'imsi_imei_timestamp':'2026-11-22T06:30:00Z'}",
                        "{'match_response_code':1}"),
                arguments(
                        ResourceType.SUBSCRIBER_ATTRIBUTES,
                        "{'subscriber_id':1,'key':'rat_restriction_2g','value':'forbidden'}",
                        "{'value':'allowed'}"),
                arguments(
                        ResourceType.ROAMING_NETWORK,
                        "{'name':'Example','preference':1,'mcc':'001','mnc':'01'}",
                        "{'mnc':'001'}"),
                arguments(ResourceType.ROAMING_RULE, "{'roaming_network_id':1,'allow':0}", "{'allow':true}"),
                arguments(
                        ResourceType.EMERGENCY_SUBSCRIBER,
                        "{'imsi':'001010000000001','serving_pgw':'pgw;1;2','serving_pgw_timestamp':'1700000000','ip':'10.0.0.1'}",
                        "{'rat_type':'1004'}"),
                arguments(
                        ResourceType.SERVING_APN,
                        "{'subscriber_id':1,'apn':1,'pcrf_session_id':'s;1','subscriber_routing':'10.45.0.8'}",
                        "{'serving_pgw':'pgw1'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objects")
    void an_object_goes_from_creation_to_deletion(ResourceType type, String input, String change) {
        try (var ground = Ground.on(TestDatabase.SQLITE)) {
            ground.subscriber("001010000000099");
            ground.create(ResourceType.ROAMING_NETWORK, "{'name':'Home','mcc':'001','mnc':'01'}");
            int before = ground.list(type).size();

            var created = ground.create(type, input);
            var stored = ground.read(type, created.key());
            assertThat(RowJson.tree(stored, View.FULL_WITH_SECRETS))
                    .isEqualTo(RowJson.tree(created, View.FULL_WITH_SECRETS));
            assertThat(RowJson.tree(stored, View.COMPATIBLE_WITH_SECRETS).propertyNames())
                    .hasSize(type.compatibleColumns().size());

            var changed = ground.update(type, created.key(), change).row();
            var changedAsStored = ground.read(type, created.key());
            assertThat(Versions.of(changedAsStored))
                    .isEqualTo(Versions.of(changed))
                    .isNotEqualTo(Versions.of(created));
            assertThat(ground.list(type)).hasSize(before + 1);

            ground.delete(type, created.key());
            assertThat(ground.objects.read(type, created.key())).isEmpty();
            assertThat(ground.list(type)).hasSize(before);
            assertThat(ground.tryDelete(type, created.key()))
                    .isEqualTo(new Outcome.NotFound(type, Integer.toString(created.key())));
        }
    }

    /** A client that changes one thing sends back all that it has read. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("objects")
    void what_was_read_can_be_sent_back(ResourceType type, String input, String change) {
        try (var ground = Ground.on(TestDatabase.SQLITE)) {
            ground.subscriber("001010000000099");
            ground.create(ResourceType.ROAMING_NETWORK, "{'name':'Home','mcc':'001','mnc':'01'}");
            var created = ground.create(type, input);

            var again = ground.objects.update(
                    type,
                    created.key(),
                    RowJson.tree(created, View.FULL_WITH_SECRETS),
                    java.util.Optional.of(Versions.of(created)),
                    Ground.ACTOR);

            assertThat(Ground.done(again).operationId()).isEmpty();
            assertThat(Ground.done(again).row().values()).isEqualTo(created.values());
        }
    }
}
