// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.geored;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.jhss.api.ApiFixture.Reply;
import org.jhss.api.network.FakeBackbone;
import org.jhss.api.network.Ground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoredContractTest {

    @TempDir
    Path directory;

    private final FakeBackbone backbone = new FakeBackbone();
    private ApiFixture api;

    private void start(String compatibility) throws Exception {
        api = ApiFixture.start(directory, Map.of("API_COMPATIBILITY", compatibility), backbone);
        Ground.subscriber(api, 1);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static final String WHO = "\"imsi\":\"999990000000001\",";

    private Reply push(String fields) throws Exception {
        return api.patch("/geored/", "{" + fields.replace('\'', '"') + "}");
    }

    @Test
    void the_fields_are_pyhss_49() throws Exception {
        start("standard");

        var fields = api.get("/geored/").json();

        assertThat(fields.size()).isEqualTo(49);
        assertThat(fields.values())
                .allSatisfy(value -> assertThat(value.stringValue()).isEqualTo("string"));
    }

    @Test
    void a_serving_mme_is_set_and_cleared() throws Exception {
        start("standard");

        var set = push(WHO + "'serving_mme':'mme09','serving_mme_realm':'epc','serving_mme_peer':'dra;hss02',"
                + "'serving_mme_timestamp':'2026-11-22T06:30:00Z'");

        assertThat(set.status()).as(set.json().toString()).isEqualTo(200);
        assertThat(set.json().toString()).isEqualTo("[null]");
        var row = api.get("/subscriber/1").json();
        assertThat(row.get("serving_mme").stringValue()).isEqualTo("mme09");
        assertThat(row.get("serving_mme_timestamp").stringValue()).isEqualTo("2026-11-22T06:30:00Z");
        push(WHO + "'serving_mme':null,'serving_mme_realm':null,'serving_mme_peer':null");
        assertThat(api.get("/subscriber/1").json().get("serving_mme_timestamp").isNull())
                .isTrue();
    }

    @Test
    void a_location_is_stored_but_for_what_is_empty() throws Exception {
        start("standard");

        var reply = push(
                WHO + "'last_seen_mcc':'999','last_seen_mnc':'99','last_seen_tac':'1','last_seen_eci':'2',"
                        + "'last_seen_enodeb_id':'3','last_seen_cell_id':'','last_location_update_timestamp':'2026-11-22 06:30:00.5'");

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        var row = api.get("/subscriber/1").json();
        assertThat(row.get("last_seen_eci").stringValue()).isEqualTo("2");
        assertThat(row.get("last_seen_cell_id").isNull()).isTrue();
        assertThat(row.get("last_location_update_timestamp").stringValue()).isEqualTo("2026-11-22T06:30:00Z");
    }

    @Test
    void missing_peers_become_the_text_none() throws Exception {
        start("standard");

        var reply = push(
                WHO + "'scscf':'scscf01','scscf_realm':'ims','pcscf':'pcscf01',"
                        + "'serving_apn':'internet','serving_pgw':'pgw01','pcrf_session_id':'s1','subscriber_routing':'10.45.0.1'");

        assertThat(reply.json().toString()).isEqualTo("[null,null,null]");
        var ims = api.get("/ims_subscriber/1").json();
        assertThat(ims.get("scscf_peer").stringValue()).isEqualTo("None");
        assertThat(ims.get("pcscf_peer").stringValue()).isEqualTo("None");
        var session = api.get("/pcrf/pcrf_serving_apn_ip/10.45.0.1").json();
        assertThat(session.get("serving_pgw_peer").stringValue()).isEqualTo("None");
        assertThat(session.get("serving_pgw_realm").stringValue()).isEqualTo("None");
    }

    @Test
    void a_session_ends_only_by_its_own_id() throws Exception {
        start("standard");
        var session = "'serving_apn':'internet','subscriber_routing':'10.45.0.1',";
        push(WHO + session + "'serving_pgw':'pgw01','pcrf_session_id':'s1'");
        push(WHO + session + "'serving_pgw':'pgw02','pcrf_session_id':'s2'");

        push(WHO + session + "'serving_pgw':null,'pcrf_session_id':'s1'");
        assertThat(api.get("/pcrf/pcrf_serving_apn_ip/10.45.0.1")
                        .json()
                        .get("serving_pgw")
                        .stringValue())
                .isEqualTo("pgw02");
        push(WHO + session + "'serving_pgw':null,'pcrf_session_id':'s2'");
        assertThat(api.get("/pcrf/pcrf_serving_apn_ip/10.45.0.1").json().toString())
                .isEqualTo("{}");
    }

    @Test
    void a_device_is_stored_with_fourteen_digits() throws Exception {
        start("standard");

        push(WHO + "'imei':'356666061234567','match_response_code':'2'");

        var history = api.get("/eir/eir_history/list").json();
        assertThat(history.at("/0/imsi_imei").stringValue()).isEqualTo("999990000000001,35666606123456");
        assertThat(history.at("/0/match_response_code").intValue()).isEqualTo(2);
    }

    @Test
    void a_sequence_number_goes_back_by_force_only() throws Exception {
        start("standard");

        assertThat(push("'auc_id':1,'sqn':4096").status()).isEqualTo(200);
        assertThat(push("'auc_id':1,'sqn':64").status()).isEqualTo(200);
        assertThat(api.get("/auc/1").json().get("sqn").longValue()).isEqualTo(4096);
        push("'auc_id':1,'sqn':64,'force':true");
        assertThat(api.get("/auc/1").json().get("sqn").longValue()).isEqualTo(64);
    }

    @Test
    void emergency_sessions_are_stored_replaced_and_deleted() throws Exception {
        start("standard");
        var first =
                "'emergency_subscriber_id':7,'emergency_subscriber_imsi':'999990000000001','emergency_subscriber_ip':'10.9.0.1'";

        var stored = push(first + ",'emergency_subscriber_rat_type':'1004'");

        assertThat(stored.json().at("/0/emergency_subscriber_id").intValue()).isEqualTo(7);
        assertThat(stored.json().at("/0/rat_type").stringValue()).isEqualTo("1004");
        push(first.replace(":7", ":8").replace("10.9.0.1", "10.9.0.2"));
        assertThat(api.get("/pcrf/emergency_subscriber/list").json().size()).isEqualTo(1);
        var deleted = push("'emergency_subscriber_imsi':'999990000000001','emergency_subscriber_ip':'10.9.0.2',"
                + "'emergency_subscriber_delete':true");
        assertThat(deleted.json().toString()).isEqualTo("{}");
        assertThat(api.get("/pcrf/emergency_subscriber/list").json().size()).isZero();
    }

    @Test
    void all_of_a_push_is_stored_or_nothing() throws Exception {
        start("standard");

        var reply = push(
                WHO + "'serving_mme':'mme09','serving_mme_realm':'epc','serving_mme_peer':'dra',"
                        + "'serving_apn':'nowhere','serving_pgw':'pgw01','pcrf_session_id':'s1','subscriber_routing':'10.45.0.1'");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().propertyNames()).containsExactly("result", "Reason", "Partial Response Data", "errors");
        assertThat(reply.json().at("/errors/0/rule").stringValue()).isEqualTo("unknown_apn");
        assertThat(api.get("/subscriber/1").json().get("serving_mme").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard|'imsi':'999990000000099','scscf':'s'|404",
                "strict|'imsi':'999990000000099','scscf':'s'|500",
                "strict|'imsi':'999990000000099','serving_mme':'m','serving_mme_realm':'r','serving_mme_peer':'p'|200",
                "standard|'imsi':'999990000000099','serving_mme':'m','serving_mme_realm':'r','serving_mme_peer':'p'|404",
                "standard|'imsi':'999990000000001','serving_mme':'m'|422",
                "standard|'auc_id':99,'sqn':1|404",
                "standard|'auc_id':1,'sqn':-1|422",
                "standard|'auc_id':1,'sqn':281474976710656|422",
                "standard|'imsi':'999990000000001','imei':'12','match_response_code':'0'|422",
                "standard|'imsi':'999990000000001','imei':'35666606123456','match_response_code':'7'|422",
                "standard|'emergency_subscriber_ip':null|422",
                "strict|'emergency_subscriber_ip':''|200",
                "standard|'emergency_subscriber_ip':'10.0.0.1'|422"
            })
    void what_cannot_be_applied_is_told(String compatibility, String fields, int status) throws Exception {
        start(compatibility);

        var reply = push(fields);

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(status);
        if (status != 200) {
            assertThat(reply.json().get("Partial Response Data").stringValue()).isEqualTo("[]");
        }
    }

    @Test
    void sites_and_webhooks_are_listed_or_said_to_be_off() throws Exception {
        start("standard");
        assertThat(api.get("/geored/peers").json().toString())
                .isEqualTo("{\"result\":\"Failed\",\"Reason\":\"Geored not enabled\"}");
        assertThat(api.get("/geored/webhooks").json().toString())
                .isEqualTo("{\"result\":\"Failed\",\"Reason\":\"Webhooks not enabled\"}");
    }

    @Test
    void a_push_needs_the_key_when_provisioning_is_locked() throws Exception {
        api = ApiFixture.start(directory, Map.of("HSS_LOCK_PROVISIONING", "true", "HSS_PROVISIONING_KEY", "k"));

        assertThat(push(WHO + "'scscf':null").status()).isEqualTo(401);
        assertThat(api.patch("/geored/", "{}", "Provisioning-Key", "k").json().toString())
                .isEqualTo("[]");
    }
}
