// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Dsr;
import org.jhss.diameter.dictionary.S6aFlags.Idr;
import org.jhss.hss.s6a.features.Feature;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Insert-Subscriber-Data and Delete-Subscriber-Data on behalf of other services. */
class SubscriberDataCallsTest extends CallsSetup {

    @Test
    void all_of_the_subscription_is_sent_when_nothing_else_is_asked_for() {
        var body = call("s6a.insert-subscriber-data", "{'imsi': '%s'}");

        assertThat(body.get("results").get(0).get("result").stringValue()).isEqualTo("SUCCESS");
        assertThat(body.get("results").get(0).get("code").intValue()).isEqualTo(2001);
        var request = nodes.received().getFirst().message();
        assertThat(request.has(S6a.IDR_FLAGS)).isFalse();
        var data = request.find(S6a.SUBSCRIPTION_DATA);
        assertThat(data.has(S6a.AMBR)).isTrue();
        assertThat(data.has(S6a.SUBSCRIBER_STATUS)).isTrue();
        assertThat(data.find(S6a.APN_CONFIGURATION_PROFILE).has(S6a.APN_CONFIGURATION))
                .isTrue();
    }

    @Test
    void only_what_has_changed_is_sent_when_the_caller_says_so() {
        call("s6a.insert-subscriber-data", "{'imsi': '%s', 'scope': ['ambr', 'barring']}");

        var data = nodes.received().getFirst().message().find(S6a.SUBSCRIPTION_DATA);
        assertThat(data)
                .extracting(avp -> avp.definition().orElseThrow())
                .containsExactly(S6a.SUBSCRIBER_STATUS, S6a.AMBR);
    }

    @Test
    void what_a_node_tells_of_a_subscriber_comes_back_and_its_location_is_stored() {
        nodes.answer(
                MME,
                false,
                2001,
                avps -> avps.add(Gx.RAT_TYPE, 1004)
                        .add(S6a.IMS_VOICE_OVER_PS_SESSIONS_SUPPORTED, 1)
                        .add(S6a.LAST_UE_ACTIVITY_TIME, YESTERDAY)
                        .begin(S6a.EPS_USER_STATE)
                        .begin(S6a.MME_USER_STATE)
                        .add(S6a.USER_STATE, 4)
                        .end()
                        .end()
                        .begin(S6a.EPS_LOCATION_INFORMATION)
                        .begin(S6a.MME_LOCATION_INFORMATION)
                        .add(S6a.E_UTRAN_CELL_GLOBAL_IDENTITY, HexFormat.of().parseHex("99f99901234567"))
                        .add(S6a.TRACKING_AREA_IDENTITY, HexFormat.of().parseHex("99f9991001"))
                        .add(S6a.CURRENT_LOCATION_RETRIEVED, 0)
                        .add(S6a.AGE_OF_LOCATION_INFORMATION, 0)
                        .end()
                        .end()
                        .begin(S6a.LOCAL_TIME_ZONE)
                        .add(S6a.TIME_ZONE, "+8")
                        .add(S6a.DAYLIGHT_SAVING_TIME, 1)
                        .end());

        var body = call(
                "s6a.insert-subscriber-data",
                "{'imsi': '%s', 'request': ['state', 'current-location', 'rat-type', 't-ads', 'time-zone']}");

        var request = nodes.received().getFirst().message();
        assertThat(request.find(S6a.SUBSCRIPTION_DATA).isPresent()).isTrue();
        assertThat(request.find(S6a.SUBSCRIPTION_DATA).valueLength()).isZero();
        assertThat(request.integer32(S6a.IDR_FLAGS, 0))
                .isEqualTo(Idr.EPS_USER_STATE_REQUEST
                        | Idr.EPS_LOCATION_INFORMATION_REQUEST
                        | Idr.CURRENT_LOCATION_REQUEST
                        | Idr.RAT_TYPE_REQUESTED
                        | Idr.T_ADS_DATA_REQUEST
                        | Idr.LOCAL_TIME_ZONE_REQUEST);
        var result = body.get("results").get(0);
        assertThat(result.get("mme_user_state").stringValue()).isEqualTo("CONNECTED_REACHABLE_FOR_PAGING");
        assertThat(result.get("rat_type").intValue()).isEqualTo(1004);
        assertThat(result.get("ims_voice_over_ps_supported").booleanValue()).isTrue();
        assertThat(result.get("last_ue_activity_time").stringValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(result.get("local_time_zone").get("time_zone").stringValue()).isEqualTo("+8");
        assertThat(result.get("local_time_zone").get("daylight_saving_time").intValue())
                .isEqualTo(1);
        var location = result.get("location").get("mme");
        assertThat(location.get("ecgi").get("eci").intValue()).isEqualTo(0x1234567);
        assertThat(location.get("ecgi").get("enodeb_id").intValue()).isEqualTo(0x12345);
        assertThat(location.get("ecgi").get("mcc").stringValue()).isEqualTo("999");
        assertThat(location.get("tai").get("tac").intValue()).isEqualTo(0x1001);
        assertThat(location.get("current").booleanValue()).isTrue();
        assertThat(location.get("age_minutes").intValue()).isZero();
        assertThat(read(ALICE, SubscriberState::lastSeen))
                .hasValueSatisfying(seen -> assertThat(seen.tac()).isEqualTo("4097"));
    }

    @Test
    void an_unreadable_answer_of_one_node_fails_its_result_only() {
        register(ALICE, node(NodeType.SGSN, SGSN));
        // IMS-Voice-Over-PS-Sessions-Supported, an Enumerated, with one octet.
        var malformed = HexFormat.of().parseHex("000005d4c000000d000028af01000000");
        nodes.answer(MME, false, 2001, avps -> avps.raw(malformed, 0, malformed.length));
        nodes.answer(SGSN, false, 2001, avps -> avps.add(S6a.IMS_VOICE_OVER_PS_SESSIONS_SUPPORTED, 1));

        var results = call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 't-ads'}")
                .get("results");

        assertThat(results)
                .extracting(result -> result.get("node").stringValue() + " "
                        + result.get("result").stringValue())
                .containsExactlyInAnyOrder("mme FAILED", "sgsn SUCCESS");
        assertThat(results).filteredOn(result -> result.has("reason")).hasSize(1);
    }

    @Test
    void areas_of_an_sgsn_come_back_too() {
        register(ALICE, node(NodeType.SGSN, SGSN));
        nodes.answer(
                SGSN,
                false,
                2001,
                avps -> avps.begin(S6a.EPS_LOCATION_INFORMATION)
                        .begin(S6a.SGSN_LOCATION_INFORMATION)
                        .add(S6a.CELL_GLOBAL_IDENTITY, HexFormat.of().parseHex("99f99900020003"))
                        .add(S6a.ROUTING_AREA_IDENTITY, HexFormat.of().parseHex("99f999000204"))
                        .add(S6a.SERVICE_AREA_IDENTITY, HexFormat.of().parseHex("99f999"))
                        .end()
                        .end());

        var body = call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 'location', 'node': 'sgsn'}");

        var location = body.get("results").get(0).get("location").get("sgsn");
        assertThat(location.get("cgi").get("ci").intValue()).isEqualTo(3);
        assertThat(location.get("rai").get("rac").intValue()).isEqualTo(4);
        assertThat(location.has("sai")).as("malformed").isFalse();
    }

    @Test
    void a_node_is_not_asked_for_what_it_has_said_it_cannot_do() {
        register(ALICE, withFeatures(node(NodeType.MME, MME), Feature.STATE_LOCATION_INFORMATION_RETRIEVAL.mask()));

        var refused = call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 't-ads'}");
        var asked = call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 'state'}");

        assertThat(refused.get("results").get(0).get("result").stringValue()).isEqualTo("FAILED");
        assertThat(refused.get("results").get(0).get("reason").stringValue()).contains("t-ads");
        assertThat(asked.get("results").get(0).get("success").booleanValue()).isTrue();
        assertThat(nodes.received())
                .hasSize(1)
                .allMatch(received -> received.message().has(Cx.SUPPORTED_FEATURES));
    }

    @Test
    void a_wait_for_the_terminal_is_recorded_before_the_node_is_asked() {
        nodes.meanwhile(() -> assertThat(read(ALICE, SubscriberState::isReachabilityRequested))
                .isTrue());

        call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 'reachability'}");

        assertThat(nodes.received().getFirst().message().integer32(S6a.IDR_FLAGS, 0))
                .isEqualTo(Idr.UE_REACHABILITY_REQUEST);
        assertThat(registration(NodeType.MME).orElseThrow().reachabilityRequested())
                .isTrue();
    }

    @Test
    void an_mme_loses_its_registration_for_short_messages() {
        change(
                ALICE,
                state -> state.register(
                        node(NodeType.MME, MME).withSms(new ServingNode.Sms(true, "491700000001", "", ""))));

        call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 'remove-sms-registration'}");

        assertThat(registration(NodeType.MME).orElseThrow().sms().registered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s6a.insert-subscriber-data | {'imsi': '%s'}",
                "s6a.delete-subscriber-data | {'imsi': '%s', 'data': 'stn-sr'}"
            })
    void a_registration_that_its_node_knows_nothing_of_is_purged(String name, String arguments) {
        nodes.answer(MME, true, 5001, avps -> {});

        var body = call(name, arguments);

        assertThat(body.get("results").get(0).get("result").stringValue()).isEqualTo("USER_UNKNOWN");
        assertThat(body.get("results").get(0).get("vendor").intValue()).isEqualTo(10415);
        assertThat(registration(NodeType.MME).map(ServingNode::purged)).contains(true);
        assertThat(call(name, arguments).get("results")).isEmpty();
    }

    @Test
    void data_is_withdrawn_with_the_details_that_its_flags_need() {
        call(
                "s6a.delete-subscriber-data",
                "{'imsi': '%s', 'data': ['regional-subscription', 'pdn-subscription-contexts', 'trace-data', 'lcs', 'sms',"
                        + " 'monitoring-events'], 'context_ids': [2, 3], 'trace_reference': '99f999000001',"
                        + " 'ss_codes': ['b1', 'b2'], 'ts_codes': '21', 'scef_id': 'scef.example.org'}");

        var request = nodes.received().getFirst().message();
        assertThat(request.integer32(S6a.DSR_FLAGS, 0))
                .isEqualTo(Dsr.REGIONAL_SUBSCRIPTION_WITHDRAWAL
                        | Dsr.PDN_SUBSCRIPTION_CONTEXTS_WITHDRAWAL
                        | Dsr.TRACE_DATA_WITHDRAWAL
                        | Dsr.LCS_WITHDRAWAL
                        | Dsr.SMS_WITHDRAWAL
                        | Dsr.DELETE_MONITORING_EVENTS);
        assertThat(request.all(S6a.CONTEXT_IDENTIFIER))
                .extracting(avp -> avp.unsigned32())
                .containsExactly(2L, 3L);
        assertThat(request.octets(S6a.TRACE_REFERENCE)).isEqualTo(HexFormat.of().parseHex("99f999000001"));
        assertThat(request.all(S6a.SS_CODE)).hasSize(2);
        assertThat(request.all(S6a.TS_CODE)).hasSize(1);
    }

    @Test
    void an_mme_is_not_told_to_drop_all_apns() {
        register(ALICE, node(NodeType.SGSN, SGSN));

        var body = call("s6a.delete-subscriber-data", "{'imsi': '%s', 'data': 'complete-apn-configuration-profile'}");

        assertThat(nodes.received())
                .extracting(received ->
                        received.request().destinationHost().orElseThrow().value())
                .containsExactly(SGSN);
        assertThat(body.get("results"))
                .hasSize(2)
                .anySatisfy(
                        result -> assertThat(result.get("result").stringValue()).isEqualTo("FAILED"));
    }
}
