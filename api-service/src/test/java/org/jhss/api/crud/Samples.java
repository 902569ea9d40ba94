// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.List;

/** One object of each sort, in an order in which each finds what it refers to. */
final class Samples {

    /**
     * @param base path with a slash at its end
     * @param id the key's name
     * @param body of a create
     * @param change of an update, one key
     * @param keys the exact keys of an answer
     */
    record Sample(String base, String id, String body, String change, String keys) {

        @Override
        public String toString() {
            return base;
        }
    }

    static final List<Sample> ALL = List.of(
            new Sample(
                    "/apn/",
                    "apn_id",
                    "{\"apn\":\"internet\",\"apn_ambr_dl\":0,\"apn_ambr_ul\":0}",
                    "{\"qci\":8}",
                    "apn_id apn ip_version pgw_address sgw_address charging_characteristics apn_ambr_dl apn_ambr_ul qci"
                            + " arp_priority arp_preemption_capability arp_preemption_vulnerability charging_rule_list nbiot"
                            + " nidd_scef_id nidd_scef_realm nidd_mechanism nidd_rds nidd_preferred_data_mode last_modified"),
            new Sample(
                    "/auc/",
                    "auc_id",
                    "{\"ki\":\"465B5CE8B199B49FAA5F0A2EE238A6BC\",\"opc\":\"CD63CB71954A9F4E48A5994E37A02BAF\",\"amf\":\"8000\","
                            + "\"sqn\":1,\"imsi\":\"999990000000001\",\"iccid\":\"8949000000000000001\"}",
                    "{\"batch_name\":\"b1\"}",
                    "auc_id amf sqn iccid imsi batch_name sim_vendor esim lpa pin1 pin2 puk1 puk2 algo misc1 misc2 misc3"
                            + " misc4 last_modified"),
            new Sample(
                    "/subscriber/",
                    "subscriber_id",
                    "{\"imsi\":\"999990000000001\",\"auc_id\":1,\"default_apn\":1,\"apn_list\":\"1\",\"msisdn\":\"+491700000001\"}",
                    "{\"ue_ambr_dl\":1000}",
                    "subscriber_id imsi enabled auc_id default_apn apn_list msisdn ue_ambr_dl ue_ambr_ul nam roaming_enabled"
                            + " roaming_rule_list subscribed_rau_tau_timer serving_mme serving_mme_timestamp serving_mme_realm"
                            + " serving_mme_peer serving_msc serving_msc_timestamp serving_vlr serving_vlr_timestamp"
                            + " serving_sgsn serving_sgsn_timestamp last_seen_eci last_seen_enodeb_id last_seen_cell_id"
                            + " last_seen_tac last_seen_mcc last_seen_mnc last_location_update_timestamp last_modified"),
            new Sample(
                    "/ims_subscriber/",
                    "ims_subscriber_id",
                    "{\"imsi\":\"999990000000001\",\"msisdn\":\"491700000001\",\"msisdn_list\":\"491700000001\"}",
                    "{\"xcap_profile\":\"<x/>\"}",
                    "ims_subscriber_id msisdn msisdn_list imsi ifc_path pcscf pcscf_realm pcscf_active_session"
                            + " pcscf_timestamp pcscf_peer xcap_profile sh_profile scscf scscf_timestamp scscf_realm"
                            + " scscf_peer sh_template_path last_modified"),
            new Sample(
                    "/tft/",
                    "tft_id",
                    "{\"tft_group_id\":1,\"tft_string\":\"permit out ip from any to any\",\"direction\":1}",
                    "{\"direction\":2}",
                    "tft_id tft_group_id tft_string direction last_modified"),
            new Sample(
                    "/charging_rule/",
                    "charging_rule_id",
                    "{\"rule_name\":\"voice\",\"mbr_dl\":1,\"mbr_ul\":1,\"gbr_dl\":1,\"gbr_ul\":1,\"tft_group_id\":1}",
                    "{\"precedence\":7}",
                    "charging_rule_id rule_name qci arp_priority arp_preemption_capability arp_preemption_vulnerability"
                            + " mbr_dl mbr_ul gbr_dl gbr_ul tft_group_id precedence rating_group last_modified"),
            new Sample(
                    "/eir/",
                    "eir_id",
                    "{\"imei\":\"777.*\",\"imsi\":\"\",\"regex_mode\":1,\"match_response_code\":2}",
                    "{\"match_response_code\":1}",
                    "eir_id imei imsi regex_mode match_response_code last_modified"),
            new Sample(
                    "/subscriber_attributes/",
                    "subscriber_attributes_id",
                    "{\"subscriber_id\":1,\"key\":\"colour\",\"value\":\"red\"}",
                    "{\"value\":\"blue\"}",
                    "subscriber_attributes_id subscriber_id key value last_modified"),
            new Sample(
                    "/subscriber/routing/",
                    "subscriber_routing_id",
                    "{\"subscriber_id\":1,\"apn_id\":1,\"ip_version\":0,\"ip_address\":\"10.0.0.1\"}",
                    "{\"ip_address\":\"10.0.0.2\"}",
                    "subscriber_routing_id subscriber_id apn_id ip_version ip_address last_modified"),
            new Sample(
                    "/roaming/network/",
                    "roaming_network_id",
                    "{\"name\":\"Test\",\"preference\":1,\"mcc\":\"001\",\"mnc\":\"01\"}",
                    "{\"preference\":2}",
                    "roaming_network_id name preference mcc mnc last_modified"),
            new Sample(
                    "/roaming/rule/",
                    "roaming_rule_id",
                    "{\"roaming_network_id\":1,\"allow\":true,\"enabled\":true}",
                    "{\"allow\":false}",
                    "roaming_rule_id roaming_network_id allow enabled last_modified"),
            new Sample(
                    "/pcrf/emergency_subscriber/",
                    "emergency_subscriber_id",
                    "{\"imsi\":\"999990000000009\"}",
                    "{\"rat_type\":\"1004\"}",
                    "emergency_subscriber_id imsi serving_pgw serving_pgw_timestamp serving_pcscf"
                            + " serving_pcscf_timestamp gx_origin_realm gx_origin_host rat_type ip"
                            + " access_network_gateway_address access_network_charging_address last_modified"));

    private Samples() {}
}
