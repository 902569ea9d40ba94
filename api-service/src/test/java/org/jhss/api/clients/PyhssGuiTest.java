// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.jhss.api.network.FakeBackbone;
import org.jhss.platform.lifecycle.ServiceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests of zarya/pyhss-gui's pages and what they read of the answers. */
class PyhssGuiTest {

    private static final String APN = """
            {"apn": "internet", "ip_version": 0, "pgw_address": "", "sgw_address": "",
             "charging_characteristics": "0800", "apn_ambr_dl": "1000", "apn_ambr_ul": "1000", "qci": 9,
             "arp_priority": 8, "arp_preemption_capability": false, "arp_preemption_vulnerability": false,
             "charging_rule_list": "", "nbiot": false}""";

    @TempDir
    Path directory;

    private ApiFixture api;
    private Wire console;

    @BeforeEach
    void start() throws Exception {
        var services = new FakeBackbone().running("hss", ServiceState.READY).running("diameter", ServiceState.READY);
        api = ApiFixture.start(directory, Map.of(), services);
        console = new Wire(
                api.server().address(),
                "Origin: http://127.0.0.1:3000",
                "Content-Type: application/json",
                "Provisioning-Key: someKey");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void the_browser_is_let_ask_with_the_key() throws IOException {
        var preflight = new Wire(
                        api.server().address(),
                        "Origin: http://127.0.0.1:3000",
                        "Access-Control-Request-Method: PATCH",
                        "Access-Control-Request-Headers: content-type,provisioning-key")
                .send("OPTIONS", "/apn/1", "")
                .ok();

        assertThat(preflight.headers().get("Access-Control-Allow-Methods")).contains("PUT", "PATCH", "DELETE");
        assertThat(preflight.headers().get("Access-Control-Allow-Headers"))
                .contains("Provisioning-Key", "Content-Type");
    }

    @Test
    void the_login_asks_for_a_sign_of_life() throws IOException {
        assertThat(console.get("/oam/ping").ok().json().path("result").asString())
                .isEqualTo("OK");
    }

    @Test
    void each_form_creates_and_each_row_is_sent_back_whole() throws IOException {
        int apn = Consoles.createAndEdit(console, "/apn/", "apn_id", APN, "qci", "8");
        int auc = Consoles.createAndEdit(console, "/auc/", "auc_id", Consoles.AUC, "sim_vendor", "acme");
        int subscriber = Consoles.createAndEdit(
                console,
                "/subscriber/",
                "subscriber_id",
                Consoles.SUBSCRIBER.formatted(auc, apn, apn),
                "ue_ambr_dl",
                "2000000");
        int profile = Consoles.createAndEdit(
                console, "/ims_subscriber/", "ims_subscriber_id", Consoles.IMS_SUBSCRIBER, "ifc_path", "other_ifc.xml");
        int tft = Consoles.createAndEdit(console, "/tft/", "tft_id", Consoles.TFT, "direction", "2");
        int rule = Consoles.createAndEdit(
                console, "/charging_rule/", "charging_rule_id", Consoles.CHARGING_RULE, "precedence", "50");

        Consoles.delete(console, "/charging_rule/" + rule);
        Consoles.delete(console, "/tft/" + tft);
        Consoles.delete(console, "/ims_subscriber/" + profile);
        Consoles.delete(console, "/subscriber/" + subscriber);
        Consoles.delete(console, "/auc/" + auc);
        Consoles.delete(console, "/apn/" + apn);
    }

    @Test
    void zero_as_the_id_of_a_new_object_means_the_next_one() throws IOException {
        var network = """
                {"roaming_network_id": 0, "name": "%s", "preference": "%d", "mcc": "%s", "mnc": "%s"}""";
        int first = console.put("/roaming/network/", network.formatted("One", 1, "001", "01"))
                .ok()
                .id("roaming_network_id");
        int second = console.put("/roaming/network/", network.formatted("Two", 0, "999", "70"))
                .ok()
                .id("roaming_network_id");
        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(2);

        var rule = """
                {"roaming_rule_id": 0, "roaming_network_id": %d, "allow": true, "enabled": true}""";
        assertThat(console.put("/roaming/rule/", rule.formatted(first)).ok().id("roaming_rule_id"))
                .isEqualTo(1);
        assertThat(console.put("/roaming/rule/", rule.formatted(second)).ok().id("roaming_rule_id"))
                .isEqualTo(2);

        assertThat(console.get("/roaming/rule/list").ok().json()).hasSize(2);
        assertThat(console.get("/roaming/network/list").ok().json()).hasSize(2);
    }

    @Test
    void an_entry_of_the_auc_without_amf_gets_the_usual_one() throws IOException {
        var answer =
                console.put("/auc/", Consoles.AUC.replace("\"8000\"", "\"\"")).ok();

        assertThat(answer.json().path("amf").asString()).isEqualTo("8000");
    }

    @Test
    void what_the_pages_split_and_search_is_text() throws IOException {
        int apn = console.put("/apn/", APN).ok().id("apn_id");
        int auc = console.put("/auc/", Consoles.AUC).ok().id("auc_id");
        console.put("/subscriber/", Consoles.SUBSCRIBER.formatted(auc, apn, apn))
                .ok();

        var row = console.get("/subscriber/list").ok().json().get(0);
        assertThat(row.path("apn_list").isString()).isTrue();
        assertThat(row.path("msisdn").isString()).isTrue();
        assertThat(console.get("/auc/imsi/001010000000001").ok().id("auc_id")).isEqualTo(auc);
        assertThat(console.get("/auc/iccid/8949000000000000001").ok().id("auc_id"))
                .isEqualTo(auc);
        assertThat(console.get("/subscriber/msisdn/491700000001").ok().id("auc_id"))
                .isEqualTo(auc);
    }

    @Test
    void its_dead_calls_are_answered_404() throws IOException {
        for (var path : new String[] {"/oam/reconcile/imsi/001010000000001", "/subscriber/ims_subscriber_imsi/1"}) {
            var reply = console.get(path);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().isObject()).isTrue();
        }
    }
}
