// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HexFormat;
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
import org.jhss.diameter.message.Message;
import org.jhss.identity.Tbcd;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.PdnGateway;
import org.jhss.store.work.SubscriberState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node is told of a subscription when it registers the subscriber. */
class SubscriptionDataTest extends UpdateLocationSetup {

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
    void a_gateway_that_cannot_be_found_is_not_told() {
        subscribers.execute("UPDATE apn SET pgw_address = 'None'");
        assertThat(apns(ask(mme.ulr(ALICE))).getFirst().has(Ietf.MIP6_AGENT_INFO))
                .isFalse();

        subscribers.execute("INSERT INTO jhss_apn (apn_id, pdn_gw_host) VALUES (1, 'pgw1.example.org')");
        assertThat(apns(ask(mme.ulr(ALICE))).getFirst().has(Ietf.MIP6_AGENT_INFO))
                .isFalse();

        subscribers.execute("UPDATE jhss_apn SET pdn_gw_realm = 'example.org'");
        assertThat(apns(ask(mme.ulr(ALICE)))
                        .getFirst()
                        .find(Ietf.MIP6_AGENT_INFO)
                        .find(Ietf.MIP_HOME_AGENT_HOST)
                        .text(Base.DESTINATION_HOST))
                .isEqualTo("pgw1.example.org");
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
}
