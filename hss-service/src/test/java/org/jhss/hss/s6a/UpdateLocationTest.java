// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Charging;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.Gi;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.Rx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6t;
import org.jhss.diameter.dictionary.Sh;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.pipeline.DirectHss;
import org.jhss.hss.pipeline.TestPeer;
import org.jhss.identity.Tbcd;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.PdnGateway;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateLocationTest {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              OriginRealm: epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
            """;

    private static final String ALICE = "999990000000001";
    private static final int S6A_FLAG = 1 << 1;
    private static final int SKIP = 1 << 2;
    private static final int GPRS = 1 << 3;
    private static final int COMBINED = 1 << 4;

    private final DiameterRequests mme = DiameterRequests.mme();

    @TempDir
    Path directory;

    private TestSubscribers subscribers;
    private DirectHss hss;

    @BeforeEach
    void open() {
        subscribers = new TestSubscribers(directory);
        SubscriberFixture.subscriber(ALICE).msisdn("3161234567").store(subscribers.store());
        configure("");
    }

    @AfterEach
    void close() {
        subscribers.close();
    }

    private void configure(String more) {
        hss = new DirectHss(subscribers.store(), CONFIG + more.indent(2), new S6aModule());
    }

    @Test
    void an_mme_is_registered_and_gets_the_subscription() {
        var answer = ask(mme.ulr(ALICE));

        assertThat(result(answer)).isEqualTo(ResultCode.SUCCESS.value());
        assertThat(answer.integer32(S6a.ULA_FLAGS, 0)).isEqualTo(1);
        var data = answer.find(S6a.SUBSCRIPTION_DATA);
        assertThat(data.integer32(S6a.ACCESS_RESTRICTION_DATA, -1)).isZero();
        assertThat(data.enumerated(S6a.SUBSCRIBER_STATUS, -1)).isZero();
        assertThat(data.enumerated(S6a.NETWORK_ACCESS_MODE, -1)).isZero();
        assertThat(data.find(S6a.AMBR).integer32(Rx.MAX_REQUESTED_BANDWIDTH_UL, 0))
                .isEqualTo(999_999);
        assertThat(data.integer32(S6a.SUBSCRIBED_PERIODIC_RAU_TAU_TIMER, 0)).isEqualTo(300);
        assertThat(data.octets(Sh.MSISDN)).isEqualTo(Tbcd.encode("3161234567"));
        var apns = apns(answer);
        assertThat(apns).hasSize(1);
        var apn = apns.getFirst();
        assertThat(apn.text(Ietf.SERVICE_SELECTION)).isEqualTo("internet");
        assertThat(apn.enumerated(S6a.PDN_TYPE, -1)).isZero();
        assertThat(apn.text(Gi.TGPP_CHARGING_CHARACTERISTICS)).isEqualTo("0800");
        assertThat(apn.find(S6a.AMBR).integer32(Rx.MAX_REQUESTED_BANDWIDTH_DL, 0))
                .isEqualTo(100_000_000);
        var qos = apn.find(S6a.EPS_SUBSCRIBED_QOS_PROFILE);
        assertThat(qos.enumerated(Gx.QOS_CLASS_IDENTIFIER, 0)).isEqualTo(9);
        var priority = qos.find(Gx.ALLOCATION_RETENTION_PRIORITY);
        assertThat(priority.integer32(Gx.PRIORITY_LEVEL, 0)).isEqualTo(4);
        assertThat(priority.enumerated(Gx.PRE_EMPTION_CAPABILITY, -1)).isEqualTo(1);
        assertThat(priority.enumerated(Gx.PRE_EMPTION_VULNERABILITY, -1)).isZero();
    }

    @Test
    void where_the_subscriber_is_and_what_its_node_said_is_stored() {
        ask(mme.ulr(ALICE)
                .and(out -> out.begin(S6a.TERMINAL_INFORMATION)
                        .add(S6a.IMEI, "35123451234560")
                        .add(S6a.SOFTWARE_VERSION, "01")
                        .end()
                        .add(S6a.UE_SRVCC_CAPABILITY, 1)
                        .add(S6a.HOMOGENEOUS_SUPPORT_OF_IMS_VOICE_OVER_PS_SESSIONS, 1)
                        .add(S6a.MME_NUMBER_FOR_MT_SMS, Tbcd.encode("31653000001"))));

        var node = node(NodeType.MME).orElseThrow();
        assertThat(node.address().host()).isEqualTo(mme.host().value());
        assertThat(node.address().realm()).isEqualTo(mme.realm().value());
        assertThat(node.address().peer()).isEqualTo(TestPeer.HOST + ";hss01.epc.mnc099.mcc999.3gppnetwork.org");
        assertThat(node.ulrFlags()).isEqualTo(S6A_FLAG);
        assertThat(node.ratType()).hasValue(1004);
        assertThat(node.visitedPlmn()).hasValue(mme.visited());
        assertThat(node.terminal()).map(Object::toString).hasValue("3512345123456001");
        assertThat(node.capabilities().ueSrvcc()).hasValue(1);
        assertThat(node.capabilities().homogeneousImsVoice()).hasValue(1);
        assertThat(node.sms().mmeNumber()).isEqualTo("31653000001");
        assertThat(node.purged()).isFalse();
        assertThat(node(NodeType.SGSN)).isEmpty();
    }

    @Test
    void the_subscription_is_left_out_when_the_node_has_it() {
        var answer = ask(mme.ulr(ALICE).with(S6a.ULR_FLAGS, S6A_FLAG | SKIP));

        assertThat(result(answer)).isEqualTo(ResultCode.SUCCESS.value());
        assertThat(answer.has(S6a.SUBSCRIPTION_DATA)).isFalse();
        assertThat(answer.integer32(S6a.ULA_FLAGS, 0)).isEqualTo(1);
        assertThat(node(NodeType.MME)).isPresent();
    }

    @Test
    void the_default_apn_comes_first_and_ids_that_no_apn_has_count_for_nothing() {
        addApn(2, "ims", 2, "");
        addApn(3, "*", 3, "");
        subscribers.execute("UPDATE subscriber SET default_apn = 2, apn_list = '1, 99,2,3'");

        var profile = ask(mme.ulr(ALICE)).find(S6a.SUBSCRIPTION_DATA).find(S6a.APN_CONFIGURATION_PROFILE);

        assertThat(profile.integer32(S6a.CONTEXT_IDENTIFIER, 0)).isEqualTo(1);
        assertThat(profile.enumerated(S6a.ALL_APN_CONFIGURATIONS_INCLUDED_INDICATOR, -1))
                .isZero();
        assertThat(profile.all(S6a.APN_CONFIGURATION))
                .extracting(apn -> apn.integer32(S6a.CONTEXT_IDENTIFIER, 0) + " " + apn.text(Ietf.SERVICE_SELECTION)
                        + " " + apn.enumerated(S6a.PDN_TYPE, -1))
                .containsExactly("1 ims 2", "2 internet 0", "3 * 3");
    }

    @Test
    void fixed_addresses_and_a_fixed_gateway_are_told() throws Exception {
        subscribers.execute(
                "UPDATE apn SET pgw_address = '10.98.0.20'",
                "INSERT INTO subscriber_routing (subscriber_id, apn_id, ip_version, ip_address)"
                        + " SELECT subscriber_id, 1, 0, '10.45.0.77' FROM subscriber");

        var apn = apns(ask(mme.ulr(ALICE))).getFirst();

        assertThat(apn.find(Charging.SERVED_PARTY_IP_ADDRESS)
                        .address()
                        .orElseThrow()
                        .getHostAddress())
                .isEqualTo("10.45.0.77");
        assertThat(apn.find(Ietf.MIP6_AGENT_INFO)
                        .find(Ietf.MIP_HOME_AGENT_ADDRESS)
                        .address()
                        .orElseThrow()
                        .getHostAddress())
                .isEqualTo("10.98.0.20");
        assertThat(apn.has(S6a.PDN_GW_ALLOCATION_TYPE)).isFalse();
    }

    @Test
    void active_apns_restore_the_gateways_and_come_back_as_dynamic_ones() {
        addApn(2, "*", 2, "");
        subscribers.execute("UPDATE subscriber SET apn_list = '1,2'");
        var answer = ask(mme.ulr(ALICE)
                .and(out -> out.begin(S6a.ACTIVE_APN)
                        .add(S6a.CONTEXT_IDENTIFIER, 1)
                        .begin(Ietf.MIP6_AGENT_INFO)
                        .begin(Ietf.MIP_HOME_AGENT_HOST)
                        .add(Base.DESTINATION_REALM, "pgw.example.org")
                        .add(Base.DESTINATION_HOST, "pgw1.pgw.example.org")
                        .end()
                        .end()
                        .add(Cx.VISITED_NETWORK_IDENTIFIER, "mnc099.mcc999.3gppnetwork.org")
                        .end()
                        .begin(S6a.ACTIVE_APN)
                        .add(S6a.CONTEXT_IDENTIFIER, 2)
                        .add(Ietf.SERVICE_SELECTION, "corporate")
                        .begin(Ietf.MIP6_AGENT_INFO)
                        .add(Ietf.MIP_HOME_AGENT_ADDRESS, InetAddress.ofLiteral("10.1.1.1"))
                        .end()
                        .end()));

        assertThat(subscribers.read(ALICE, SubscriberState::pdnGateways))
                .extracting(PdnGateway::apn)
                .containsExactlyInAnyOrder("internet", "corporate");
        var internet = apns(answer).get(0);
        assertThat(internet.enumerated(S6a.PDN_GW_ALLOCATION_TYPE, -1)).isEqualTo(1);
        assertThat(internet.find(Ietf.MIP6_AGENT_INFO)
                        .find(Ietf.MIP_HOME_AGENT_HOST)
                        .text(Base.DESTINATION_HOST))
                .isEqualTo("pgw1.pgw.example.org");
        assertThat(internet.text(Cx.VISITED_NETWORK_IDENTIFIER)).isEqualTo("mnc099.mcc999.3gppnetwork.org");
        assertThat(apns(answer).get(1).find(S6a.SPECIFIC_APN_INFO).text(Ietf.SERVICE_SELECTION))
                .isEqualTo("corporate");
    }

    @Test
    void a_gateway_provisioned_as_dynamic_counts_until_another_is_notified() {
        subscribers.execute(
                "UPDATE apn SET pgw_address = '10.98.0.20'",
                "INSERT INTO jhss_apn (apn_id, pdn_gw_allocation_type) VALUES (1, 1)");

        assertThat(gatewayAddress(ask(mme.ulr(ALICE)))).isEqualTo("10.98.0.20");
        var answer = ask(mme.ulr(ALICE)
                .and(out -> out.begin(S6a.ACTIVE_APN)
                        .add(S6a.CONTEXT_IDENTIFIER, 1)
                        .begin(Ietf.MIP6_AGENT_INFO)
                        .add(Ietf.MIP_HOME_AGENT_ADDRESS, InetAddress.ofLiteral("10.1.1.1"))
                        .end()
                        .end()));
        assertThat(gatewayAddress(answer)).isEqualTo("10.1.1.1");
        assertThat(apns(answer).getFirst().enumerated(S6a.PDN_GW_ALLOCATION_TYPE, -1))
                .isEqualTo(1);
    }

    private static String gatewayAddress(Message answer) {
        return apns(answer)
                .getFirst()
                .find(Ietf.MIP6_AGENT_INFO)
                .find(Ietf.MIP_HOME_AGENT_ADDRESS)
                .address()
                .orElseThrow()
                .getHostAddress();
    }

    @Test
    void a_non_ip_apn_goes_only_to_nodes_that_know_such() {
        addApn(2, "iot", 4, ", nbiot = 1, nidd_mechanism = 1, nidd_scef_id = 'scef.example.org'");
        subscribers.execute("UPDATE subscriber SET apn_list = '1,2'");

        assertThat(apns(ask(mme.ulr(ALICE)))).hasSize(1);
        var apn = apns(ask(mme.ulr(ALICE).and(features(2, 1 << 21)))).get(1);
        assertThat(apn.enumerated(S6a.NON_IP_PDN_TYPE_INDICATOR, -1)).isEqualTo(1);
        assertThat(apn.enumerated(S6a.PDN_TYPE, -1)).isZero();
        assertThat(apn.text(S6t.SCEF_ID)).isEqualTo("scef.example.org");
        assertThat(apn.has(S6a.SCEF_REALM)).isFalse();
        assertThat(apn.integer32(S6a.NON_IP_DATA_DELIVERY_MECHANISM, -1)).isEqualTo(1);
    }

    @Test
    void a_subscription_of_non_ip_apns_only_is_none_for_a_node_that_knows_no_such() {
        subscribers.execute("UPDATE apn SET ip_version = 4");

        var answer = ask(mme.ulr(ALICE));

        assertThat(experimental(answer)).isEqualTo(5420);
        assertThat(answer.enumerated(S6a.ERROR_DIAGNOSTIC, -1)).isEqualTo(1);
        assertThat(node(NodeType.MME)).isEmpty();
    }

    @Test
    void what_is_provisioned_beyond_pyhss_is_told() {
        extras(
                "stn_sr = '31653000099', a_msisdn = '3169999999', ics_indicator = 1, rfsp_index = 12,"
                        + " charging_characteristics = '0400', apn_oi_replacement = 'oi.example.org', ue_usage_type = 7,"
                        + " ue_ambr_dl_kbps = 5000000, external_identifier = 'alice@example.org', mps_priority = 2,"
                        + " subscribed_vsrvcc = 0, relay_node = 1, core_network_restrictions = 2, regional_zone_codes = '0102,0a0b'");

        var data = ask(mme.ulr(ALICE).and(features(1, 1 << 31 | 1 << 9)).and(features(2, 1 << 26 | 1 << 20)))
                .find(S6a.SUBSCRIPTION_DATA);

        assertThat(data.octets(S6a.STN_SR)).isEqualTo(Tbcd.encode("31653000099"));
        assertThat(data.octets(S6a.A_MSISDN)).isEqualTo(Tbcd.encode("3169999999"));
        assertThat(data.enumerated(S6a.ICS_INDICATOR, -1)).isEqualTo(1);
        assertThat(data.integer32(S6a.RAT_FREQUENCY_SELECTION_PRIORITY_ID, 0)).isEqualTo(12);
        assertThat(data.text(Gi.TGPP_CHARGING_CHARACTERISTICS)).isEqualTo("0400");
        assertThat(data.text(S6a.APN_OI_REPLACEMENT)).isEqualTo("oi.example.org");
        assertThat(data.integer32(S6a.UE_USAGE_TYPE, 0)).isEqualTo(7);
        assertThat(data.text(S6t.EXTERNAL_IDENTIFIER)).isEqualTo("alice@example.org");
        assertThat(data.integer32(S6a.MPS_PRIORITY, 0)).isEqualTo(2);
        assertThat(data.enumerated(S6a.SUBSCRIBED_VSRVCC, -1)).isZero();
        assertThat(data.enumerated(S6a.RELAY_NODE_INDICATOR, -1)).isEqualTo(1);
        assertThat(data.integer32(S6a.CORE_NETWORK_RESTRICTIONS, 0)).isEqualTo(2);
        assertThat(data.all(S6a.REGIONAL_SUBSCRIPTION_ZONE_CODE))
                .extracting(zone -> HexFormat.of().formatHex(zone.octets()))
                .containsExactly("0102", "0a0b");
        var ambr = data.find(S6a.AMBR);
        assertThat(ambr.unsigned32(Rx.MAX_REQUESTED_BANDWIDTH_DL, 0)).isEqualTo(0xFFFF_FFFFL);
        assertThat(ambr.integer32(Rx.EXTENDED_MAX_REQUESTED_BW_DL, 0)).isEqualTo(5_000_000);
        assertThat(ambr.has(Rx.EXTENDED_MAX_REQUESTED_BW_UL)).isFalse();
    }

    @Test
    void a_node_that_lacks_the_features_gets_nothing_of_them() {
        extras("a_msisdn = '3169999999', ue_usage_type = 7, external_identifier = 'alice@example.org',"
                + " regional_zone_codes = '0102'");

        var answer = ask(mme.ulr(ALICE));

        var data = answer.find(S6a.SUBSCRIPTION_DATA);
        assertThat(answer.has(Cx.SUPPORTED_FEATURES)).isFalse();
        assertThat(data.octets(Sh.MSISDN)).isEqualTo(Tbcd.encode("3161234567"));
        assertThat(data.has(S6a.A_MSISDN)).isFalse();
        assertThat(data.has(S6a.UE_USAGE_TYPE)).isFalse();
        assertThat(data.has(S6t.EXTERNAL_IDENTIFIER)).isFalse();
        assertThat(data.has(S6a.REGIONAL_SUBSCRIPTION_ZONE_CODE)).isFalse();
        assertThat(data.has(S6a.ROAMING_RESTRICTED_DUE_TO_UNSUPPORTED_FEATURE)).isTrue();
    }

    @Test
    void features_are_answered_as_far_as_both_have_them() {
        var answer = ask(mme.ulr(ALICE).and(features(1, 0x1C00_0607)).and(features(2, 0xFFFF_FFFF)));

        assertThat(answer.all(Cx.SUPPORTED_FEATURES))
                .extracting(list -> list.integer32(Cx.FEATURE_LIST_ID, 0) + " "
                        + Integer.toHexString(list.integer32(Cx.FEATURE_LIST, 0)))
                .containsExactly("1 1c000207", "2 d310001");
        assertThat(node(NodeType.MME).orElseThrow().capabilities().features1()).isEqualTo(0x1C00_0207);
    }

    @Test
    void barring_that_the_node_enforces_is_told_and_other_barring_of_packets_keeps_it_out() {
        extras("operator_determined_barring = 1, hplmn_odb = 3");

        var data = ask(mme.ulr(ALICE).and(features(1, 1))).find(S6a.SUBSCRIPTION_DATA);
        assertThat(data.enumerated(S6a.SUBSCRIBER_STATUS, -1)).isEqualTo(1);
        assertThat(data.integer32(S6a.OPERATOR_DETERMINED_BARRING, 0)).isEqualTo(1);
        assertThat(data.integer32(S6a.HPLMN_ODB, 0)).isEqualTo(3);

        var refused = ask(mme.ulr(ALICE));
        assertThat(experimental(refused)).isEqualTo(5004);
        assertThat(refused.enumerated(S6a.ERROR_DIAGNOSTIC, -1)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 3, 5004", "4, 4, 5004"})
    void barring_of_access_points_concerns_roamers(int category, int diagnostic, int code) {
        extras("operator_determined_barring = " + category);

        if (category != 1) {
            assertThat(result(ask(mme.ulr(ALICE)))).isEqualTo(2001);
        }
        var roaming =
                ask(mme.ulr(ALICE).with(S6a.VISITED_PLMN_ID, hex("62f220")).and(features(1, 1)));
        assertThat(experimental(roaming)).isEqualTo(code);
        assertThat(roaming.enumerated(S6a.ERROR_DIAGNOSTIC, 0)).isEqualTo(diagnostic);
    }

    @ParameterizedTest
    @CsvSource({
        "4g, forbidden, 1004, 5421, 0x50",
        "4g, FORBIDDEN, 1005, 5421, 0x50",
        "4g, allowed, 1004, 0, 0",
        "3g, forbidden, 1004, 0, 0x9",
        "3g, forbidden, 1000, 5421, 0x9",
        "2g, forbidden, 1001, 5421, 0x6"
    })
    void a_radio_access_that_is_forbidden_is_refused_and_the_others_are_told(
            String generation, String value, int ratType, int code, String restrictions) {
        subscribers.execute("INSERT INTO subscriber_attributes (subscriber_id, key, value) SELECT subscriber_id,"
                + " 'rat_restriction_" + generation + "', '" + value + "' FROM subscriber");

        var answer = ask(mme.ulr(ALICE).with(Gx.RAT_TYPE, ratType));

        assertThat(experimental(answer)).isEqualTo(code);
        if (code == 0) {
            assertThat(answer.find(S6a.SUBSCRIPTION_DATA).unsigned32(S6a.ACCESS_RESTRICTION_DATA, -1))
                    .isEqualTo(Long.decode(restrictions));
        } else {
            assertThat(node(NodeType.MME)).isEmpty();
        }
    }

    @Test
    void an_mme_is_registered_for_sms_when_it_asks_and_the_subscription_allows() {
        extras("sms_in_mme = 1");

        var answer = ask(mme.ulr(ALICE)
                .and(features(1, 1 << 21))
                .and(features(2, 1))
                .and(out -> out.add(S6a.MME_NUMBER_FOR_MT_SMS, Tbcd.encode("31653000001"))
                        .add(S6a.SMS_REGISTER_REQUEST, 0)));

        assertThat(answer.integer32(S6a.ULA_FLAGS, 0)).isEqualTo(3);
        assertThat(answer.find(S6a.SUBSCRIPTION_DATA).find(S6a.TELESERVICE_LIST).all(S6a.TS_CODE))
                .extracting(code -> code.octet(0))
                .containsExactly(0x21, 0x22);
        assertThat(node(NodeType.MME).orElseThrow().sms().registered()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0, true", "0, 1, 0, true", "1, 0, 0, true", "1, 1, 1, true", "1, 1, 0, false"})
    void an_mme_is_not_registered_for_sms_when_anything_is_missing(int allowed, int feature, int wish, boolean number) {
        extras("sms_in_mme = " + allowed);

        var answer = ask(mme.ulr(ALICE).and(features(2, feature)).and(out -> {
            out.add(S6a.SMS_REGISTER_REQUEST, wish);
            if (number) {
                out.add(S6a.MME_NUMBER_FOR_MT_SMS, Tbcd.encode("31653000001"));
            }
        }));

        boolean complete = allowed == 1 && feature == 1 && wish != 1 && number;
        assertThat(answer.integer32(S6a.ULA_FLAGS, 0)).isEqualTo(complete ? 3 : 1);
    }

    @Test
    void an_sgsn_that_asks_for_gprs_data_gets_its_apns_as_pdp_contexts() {
        addApn(2, "ims", 2, "");
        subscribers.execute("UPDATE subscriber SET apn_list = '1,2'");

        var answer = ask(mme.ulr(ALICE).with(S6a.ULR_FLAGS, GPRS).with(Gx.RAT_TYPE, 1000));

        var gprs = answer.find(S6a.SUBSCRIPTION_DATA).find(S6a.GPRS_SUBSCRIPTION_DATA);
        assertThat(gprs.enumerated(S6a.COMPLETE_DATA_LIST_INCLUDED_INDICATOR, -1))
                .isZero();
        assertThat(gprs.all(S6a.PDP_CONTEXT))
                .extracting(context -> context.text(Ietf.SERVICE_SELECTION) + " "
                        + HexFormat.of().formatHex(context.octets(S6a.PDP_TYPE)) + " "
                        + HexFormat.of().formatHex(context.octets(S6a.EXT_PDP_TYPE)))
                .containsExactly("internet f121 ", "ims f121 f18d");
        assertThat(node(NodeType.SGSN)).isPresent();
        assertThat(node(NodeType.MME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, false", "26, true", "2, false", "18, false"})
    void an_mme_gets_gprs_data_only_as_a_combined_node_that_asks(int flags, boolean told) {
        assertThat(flags & (S6A_FLAG | GPRS | COMBINED)).isEqualTo(flags);

        assertThat(ask(mme.ulr(ALICE).with(S6a.ULR_FLAGS, flags))
                        .find(S6a.SUBSCRIPTION_DATA)
                        .has(S6a.GPRS_SUBSCRIPTION_DATA))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"IMSI_UNKNOWN, 5001", "ROAMING_NOT_ALLOWED, 5004"})
    void an_unknown_subscriber_is_answered_as_in_air(String policy, int code) {
        configure("roaming: {inbound: {reject_unknown_imsis_with: " + policy + "}}");

        assertThat(experimental(ask(mme.ulr("999990000000099")))).isEqualTo(code);
    }

    @Test
    void a_disabled_subscriber_is_unknown_and_not_registered() {
        subscribers.execute("UPDATE subscriber SET enabled = 0");

        assertThat(experimental(ask(mme.ulr(ALICE)))).isEqualTo(5001);
        assertThat(node(NodeType.MME)).isEmpty();
    }

    @Test
    void who_may_not_roam_is_refused_without_a_diagnostic_even_where_emergency_calls_are_exempt() {
        subscribers.execute("UPDATE subscriber SET roaming_enabled = 0");
        configure("roaming: {emergency_exempt: true}");

        var answer = ask(mme.ulr(ALICE).with(S6a.VISITED_PLMN_ID, hex("62f220")));

        assertThat(experimental(answer)).isEqualTo(5004);
        assertThat(answer.commandCode()).isEqualTo(S6a.ULR.code());
        assertThat(answer.has(S6a.ERROR_DIAGNOSTIC)).isFalse();
    }

    @Test
    void a_request_for_reachability_is_met_by_the_registration() {
        extras("ue_reachability_requested = 1");

        ask(mme.ulr(ALICE));

        assertThat(subscribers.read(ALICE, SubscriberState::isReachabilityRequested))
                .isFalse();
    }

    private void extras(String assignments) {
        subscribers.execute(
                "INSERT INTO jhss_subscriber (subscriber_id) SELECT subscriber_id FROM subscriber",
                "UPDATE jhss_subscriber SET " + assignments);
    }

    private void addApn(int id, String name, int pdnType, String more) {
        subscribers.execute(
                "INSERT INTO apn (apn_id, apn, ip_version, apn_ambr_dl, apn_ambr_ul, qci, arp_priority,"
                        + " arp_preemption_capability, arp_preemption_vulnerability, nbiot)"
                        + " VALUES (" + id + ", '" + name + "', " + pdnType + ", 9999, 9999, 5, 2, 1, 0, 0)",
                "UPDATE apn SET apn = apn" + more + " WHERE apn_id = " + id);
    }

    private static Consumer<MessageWriter> features(int list, int bits) {
        return out -> out.begin(Cx.SUPPORTED_FEATURES)
                .add(Base.VENDOR_ID, Vendors.THREE_GPP)
                .add(Cx.FEATURE_LIST_ID, list)
                .add(Cx.FEATURE_LIST, bits)
                .end();
    }

    private Message ask(DiameterRequest request) {
        return hss.ask(request.octets());
    }

    private Optional<ServingNode> node(NodeType type) {
        return subscribers.read(ALICE, state -> state.node(type));
    }

    private static List<Avp> apns(Message answer) {
        var found = new ArrayList<Avp>();
        answer.find(S6a.SUBSCRIPTION_DATA)
                .find(S6a.APN_CONFIGURATION_PROFILE)
                .all(S6a.APN_CONFIGURATION)
                .forEach(found::add);
        return found;
    }

    private static int result(Message answer) {
        return answer.integer32(Base.RESULT_CODE, 0);
    }

    private static int experimental(Message answer) {
        return answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, 0);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
