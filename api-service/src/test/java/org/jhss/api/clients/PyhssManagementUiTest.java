// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests of svinson1121/pyhss-management-ui's pages beyond those of pyhss-gui, and what they read of the answers. */
class PyhssManagementUiTest {

    private static final String APN = """
            {"apn": "internet", "ip_version": 0, "pgw_address": null, "sgw_address": null,
             "charging_characteristics": "0800", "apn_ambr_dl": "1000", "apn_ambr_ul": "1000", "qci": 9,
             "arp_priority": 8, "arp_preemption_capability": false, "arp_preemption_vulnerability": false,
             "charging_rule_list": null, "nbiot": false}""";

    /** How its log page reads a block of {@code changes}. */
    private static final Pattern CHANGE =
            Pattern.compile("^(\\w+):\\s+\\[.*?]\\s+(.*?)\\s+---->\\s+\\[.*?]\\s+([\\s\\S]*)$");

    @TempDir
    Path directory;

    private ApiFixture api;
    private Wire console;

    @BeforeEach
    void start() throws Exception {
        api = ApiFixture.start(directory, Map.of());
        console = new Wire(api.server().address(), "Origin: http://127.0.0.1:3000", "Content-Type: application/json");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void roaming_forms_send_null_for_the_id() throws IOException {
        int network = Consoles.createAndEdit(console, "/roaming/network/", "roaming_network_id", """
                {"roaming_network_id": null, "name": "One", "preference": "1", "mcc": "001", "mnc": "01"}""", "name", "Other");
        int rule = Consoles.createAndEdit(
                console, "/roaming/rule/", "roaming_rule_id", """
                {"roaming_rule_id": null, "roaming_network_id": %d, "allow": true, "enabled": true}""".formatted(network), "allow", "false");
        Consoles.delete(console, "/roaming/rule/" + rule);
        Consoles.delete(console, "/roaming/network/" + network);
    }

    @Test
    void equipment_rules_need_no_imsi() throws IOException {
        int rule = Consoles.createAndEdit(console, "/eir/", "eir_id", """
                {"imei": "35606709.*", "regex_mode": 1, "match_response_code": 2}""", "match_response_code", "1");
        Consoles.delete(console, "/eir/" + rule);
    }

    @Test
    void attributes_are_listed_by_subscriber_and_changed_by_their_own_id() throws IOException {
        int subscriber = subscriber();
        assertThat(console.get("/subscriber_attributes/" + subscriber).ok().json())
                .isEmpty();
        int attribute = console.put(
                        "/subscriber_attributes/",
                        "{\"subscriber_id\": %d, \"key\": \"colour\", \"value\": \"red\"}".formatted(subscriber))
                .ok()
                .id("subscriber_attributes_id");
        console.patch("/subscriber_attributes/" + attribute, "{\"key\": \"colour\", \"value\": \"blue\"}")
                .ok();
        var listed = console.get("/subscriber_attributes/" + subscriber).ok().json();
        assertThat(listed.get(0).path("value").asString()).isEqualTo("blue");
        Consoles.delete(console, "/subscriber_attributes/" + attribute);
    }

    @Test
    void its_log_page_can_read_and_take_back_what_was_done() throws IOException {
        int subscriber = subscriber();
        console.patch("/subscriber/" + subscriber, "{\"ue_ambr_dl\": \"5000\"}").ok();

        var log = console.get("/operation_logs/list?page=0&page_size=20").ok().json();
        var newest = log.get(0);
        assertThat(newest.propertyNames())
                .contains("id", "operation", "table_name", "item_id", "operation_id", "changes", "timestamp");
        assertThat(newest.path("operation").asString()).isEqualTo("UPDATE");
        assertThat(newest.path("table_name").asString()).isEqualTo("subscriber");
        assertThat(newest.path("item_id").intValue()).isEqualTo(subscriber);
        var blocks = Arrays.stream(newest.path("changes").asString().split("\\r?\\n\\r?\\n"))
                .map(block -> CHANGE.matcher(block.strip()))
                .toList();
        assertThat(blocks).isNotEmpty().allMatch(block -> block.matches());
        assertThat(blocks)
                .anySatisfy(block -> assertThat(block.group(1) + "=" + block.group(2) + ">" + block.group(3))
                        .isEqualTo("ue_ambr_dl=1000000>5000"));
        assertThat(console.get("/operation_logs/last").ok().json().path("id")).isEqualTo(newest.path("id"));
        assertThat(console.get("/operation_logs/list/table/apn?page=0&page_size=20")
                        .ok()
                        .json())
                .hasSize(1);

        var answer = console.get(
                        "/oam/rollback_operation/" + newest.path("operation_id").asString())
                .ok();
        assertThat(answer.json().asString()).startsWith("Rolled back operation");
        assertThat(console.get("/subscriber/" + subscriber)
                        .ok()
                        .json()
                        .path("ue_ambr_dl")
                        .intValue())
                .isEqualTo(1_000_000);

        assertThat(console.get("/oam/rollback_operation/last").ok().json().isString())
                .isTrue();
    }

    @Test
    void its_misspelt_call_is_answered_404() throws IOException {
        assertThat(console.get("/eir/eir_histroy/list").status()).isEqualTo(404);
    }

    private int subscriber() throws IOException {
        int apn = console.put("/apn/", APN).ok().id("apn_id");
        int auc = console.put("/auc/", Consoles.AUC).ok().id("auc_id");
        return console.put("/subscriber/", Consoles.SUBSCRIBER.formatted(auc, apn, apn))
                .ok()
                .id("subscriber_id");
    }
}
