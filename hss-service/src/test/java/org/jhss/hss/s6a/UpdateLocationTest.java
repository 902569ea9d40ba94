// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.Gi;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.Rx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Sh;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.pipeline.TestPeer;
import org.jhss.identity.Tbcd;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.SubscriberState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateLocationTest extends UpdateLocationSetup {

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
    void a_subscription_of_non_ip_apns_only_is_none_for_a_node_that_knows_no_such() {
        subscribers.execute("UPDATE apn SET ip_version = 4");

        var answer = ask(mme.ulr(ALICE));

        assertThat(experimental(answer)).isEqualTo(5420);
        assertThat(answer.enumerated(S6a.ERROR_DIAGNOSTIC, -1)).isEqualTo(1);
        assertThat(node(NodeType.MME)).isEmpty();
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

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
