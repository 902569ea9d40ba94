// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.pcrf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.jhss.api.network.FakeBackbone;
import org.jhss.api.network.Ground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcrfContractTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUCCESS|200|Successfully sent Cancel Location Request via dra01.example for IMSI 999990000000001",
                "USER_UNKNOWN|200|Successfully sent Cancel Location Request via dra01.example for IMSI 999990000000001",
                "NO_PEER|400|Unable to send Cancel Location Request via dra01.example for IMSI 999990000000001 - is the diameter peer"
                        + " connected?"
            })
    void a_location_is_cancelled_in_pyhss_words(String result, int status, String text) throws Exception {
        backbone.answering("s6a.cancel-location", result);
        start("standard");
        Ground.served(api, 1);

        var reply = api.put("/pcrf/clr_subscriber", "{\"imsi\":\"" + Ground.imsi(1) + "\"}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().toString()).isEqualTo("{\"Result\":\"" + text + "\"}");
        assertThat(backbone.calls.getLast().arguments().toString())
                .isEqualTo(
                        "{\"imsi\":\"999990000000001\",\"type\":\"subscription-withdrawal\",\"node\":\"mme\",\"reattach\":true}");
    }

    @Test
    void a_msisdn_is_looked_for_among_ims_subscribers() throws Exception {
        backbone.answering("s6a.cancel-location", "SUCCESS");
        start("standard");
        Ground.served(api, 1);

        var reply = api.put("/pcrf/pcscf_restoration_subscriber", "{\"msisdn\":\"" + Ground.msisdn(1) + "\"}");

        assertThat(reply.json().get("Result").stringValue())
                .isEqualTo("Successfully sent PCSCF Restoration request via dra01.example for IMSI " + Ground.imsi(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clr_subscriber|{}|400|Error: IMSI or MSISDN Required",
                "pcscf_restoration_subscriber||400|Error: IMSI or MSISDN Required",
                "clr_subscriber|{'imsi':'999990000000001'}|400|Error: Subscriber is not currently served by an MME",
                "pcscf_restoration_subscriber|{'imsi':'999990000000001'}|400|Error: Subscriber is not currently served by an MME",
                "pcscf_restoration|{}|400|Error: PCSCF Required"
            })
    void what_cannot_be_done_is_told_in_pyhss_words(String action, String body, int status, String text)
            throws Exception {
        start("standard");

        var reply = api.put("/pcrf/" + action, body == null ? "" : body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().get("Result").stringValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard|clr_subscriber|404|{\"result\":\"Failed\"",
                "strict|clr_subscriber|500|{\"Result\":\"Unahndled error: ",
                "strict|pcscf_restoration_subscriber|200|null"
            })
    void a_stranger_is_not_found(String compatibility, String action, int status, String begin) throws Exception {
        start(compatibility);

        var reply = api.put("/pcrf/" + action, "{\"imsi\":\"999990000000099\"}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.raw().body()).startsWith(begin);
    }

    @ParameterizedTest
    @CsvSource({"standard,400", "strict,200"})
    void an_unsent_restoration_is_no_success_unless_strict(String compatibility, int status) throws Exception {
        backbone.answering("s6a.cancel-location", "NO_PEER");
        start(compatibility);
        Ground.served(api, 1);

        assertThat(api.put("/pcrf/pcscf_restoration_subscriber", "{\"imsi\":\"" + Ground.imsi(1) + "\"}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_restoration_reaches_everybody_at_the_pcscf() throws Exception {
        backbone.answering("s6a.cancel-location", "SUCCESS");
        start("standard");
        Ground.subscriber(api, 2);
        Ground.served(api, 1);
        Ground.served(api, 2);

        var reply = api.put("/pcrf/pcscf_restoration", "{\"pcscf\":\"pcscf01\"}");

        assertThat(reply.json().get("Result").stringValue())
                .isEqualTo("Successfully sent PCSCF Restoration request for PCSCF: pcscf01");
        assertThat(backbone.calls.stream()
                        .map(call -> call.arguments().get("imsi").stringValue()))
                .containsExactlyInAnyOrder(Ground.imsi(1), Ground.imsi(2));
    }

    @Test
    void a_restoration_that_nobody_takes_is_no_success() throws Exception {
        start("standard");
        Ground.served(api, 1);

        assertThat(api.put("/pcrf/pcscf_restoration", "{\"pcscf\":\"pcscf01\"}").status())
                .isEqualTo(503);
        assertThat(api.put("/pcrf/pcscf_restoration", "{\"pcscf\":\"nobody\"}").status())
                .isEqualTo(200);
    }

    private static final String RULE = "{\"imsi\":\"999990000000001\",\"apn_id\":1,\"charging_rule_id\":1}";

    private void rule() throws Exception {
        api.put(
                "/charging_rule/",
                "{\"rule_name\":\"r\",\"mbr_dl\":1,\"mbr_ul\":1,\"gbr_dl\":1,\"gbr_ul\":1,\"tft_group_id\":7}");
        api.put("/tft/", "{\"tft_group_id\":7,\"tft_string\":\"permit out ip from any to any\",\"direction\":1}");
        Ground.session(api, 1, "internet", "10.45.0.1");
    }

    @ParameterizedTest
    @CsvSource({"standard,503", "strict,200"})
    void a_rule_cannot_be_put_into_a_session_while_gx_is_not_served(String compatibility, int status) throws Exception {
        start(compatibility);
        rule();

        var reply = api.put("/pcrf/", RULE);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.raw().body())
                .contains(status == 200 ? "\"destinationClients\":\"pgw01\"" : "no running hss service serves Gx");
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS,200", "NO_PEER,503", "TIMEOUT,504", "UNABLE_TO_COMPLY,502"})
    void a_rule_is_put_into_a_session(String result, int status) throws Exception {
        backbone.answering("gx.reauth", result);
        start("standard");
        rule();

        assertThat(api.put("/pcrf/", RULE).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'imsi':'999990000000001','apn_id':1}|422",
                "{'imsi':'999990000000001','apn_id':1,'charging_rule_id':9}|422",
                "{'imsi':'999990000000001','apn_id':2,'charging_rule_id':1}|404",
                "{'imsi':'999990000000099','apn_id':1,'charging_rule_id':1}|404",
                "[|400"
            })
    void a_rule_order_must_make_sense(String body, int status) throws Exception {
        start("standard");
        rule();

        assertThat(api.put("/pcrf/", body.replace('\'', '"')).status()).isEqualTo(status);
        assertThat(backbone.calls).isEmpty();
    }

    @Test
    void a_rule_is_shown_with_its_filters() throws Exception {
        start("standard");
        rule();

        var json = api.get("/pcrf/1").json();

        assertThat(json.get("rule_name").stringValue()).isEqualTo("r");
        assertThat(json.get("tft").size()).isEqualTo(1);
        assertThat(api.get("/pcrf/2").status()).isEqualTo(404);
    }

    @Test
    void sessions_are_found_by_subscriber_and_address() throws Exception {
        start("standard");
        Ground.session(api, 1, "internet", "10.45.0.1");

        var list = api.get("/pcrf/pcrf_subscriber/list").json();
        assertThat(list.propertyNames()).containsExactly(Ground.imsi(1));
        assertThat(list.at("/" + Ground.imsi(1) + "/apns/ims").toString()).isEqualTo("{}");
        assertThat(list.at("/" + Ground.imsi(1) + "/apns/internet/serving_pgw").stringValue())
                .isEqualTo("pgw01");
        var one = api.get("/pcrf/pcrf_subscriber_imsi/" + Ground.imsi(1)).json();
        assertThat(one.propertyNames()).containsExactly("subscriber_data", "apns");
        assertThat(api.get("/pcrf/pcrf_subscriber_imsi/" + Ground.imsi(1) + "/1")
                        .json()
                        .get("subscriber_routing")
                        .stringValue())
                .isEqualTo("10.45.0.1");
        assertThat(api.get("/pcrf/pcrf_subscriber_imsi/" + Ground.imsi(1) + "/2")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/pcrf/pcrf_subscriber_imsi/999990000000099").status())
                .isEqualTo(404);
        assertThat(api.get("/pcrf/pcrf_serving_apn_ip/10.45.0.1")
                        .json()
                        .get("serving_apn_id")
                        .intValue())
                .isEqualTo(1);
        assertThat(api.get("/pcrf/pcrf_serving_apn_ip/10.45.0.9").json().toString())
                .isEqualTo("{}");
        assertThat(api.get("/pcrf/subscriber_routing/10.45.0.1").status()).isEqualTo(200);
        assertThat(api.get("/pcrf/subscriber_routing/10.45.0.9").status()).isEqualTo(404);
        Ground.session(api, 1, "ims", "10.45.0.1");
        assertThat(api.get("/pcrf/subscriber_routing/10.45.0.1").status()).isEqualTo(409);
    }

    @Test
    void strict_trips_over_a_missing_session_as_pyhss_does() throws Exception {
        start("strict");

        var reply = api.get("/pcrf/pcrf_subscriber_imsi/" + Ground.imsi(1) + "/1");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().get("reason").stringValue()).endsWith("'NoneType' object has no attribute '__dict__'");
        assertThat(api.get("/pcrf/subscriber_routing/10.45.0.9").json().isNull())
                .isTrue();
    }
}
