// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of herlesupreeth/docker_open5gs, done there by hand in the Swagger UI. */
class DockerOpen5gsTest {

    @TempDir
    Path directory;

    @Test
    void the_steps_provision_a_subscriber_of_volte() throws Exception {
        try (var api = ApiFixture.start(directory, Map.of())) {
            var swagger =
                    new Wire(api.server().address(), "Accept: application/json", "Content-Type: application/json");

            int internet = swagger.put(
                            "/apn/", "{\n  \"apn\": \"internet\",\n  \"apn_ambr_dl\": 0,\n  \"apn_ambr_ul\": 0\n}")
                    .ok()
                    .id("apn_id");
            int ims = swagger.put("/apn/", "{\n  \"apn\": \"ims\",\n  \"apn_ambr_dl\": 0,\n  \"apn_ambr_ul\": 0\n}")
                    .ok()
                    .id("apn_id");
            // Its page says to write 1 and 2 in the next steps.
            assertThat(internet).isEqualTo(1);
            assertThat(ims).isEqualTo(2);

            int auc = swagger.put("/auc/", """
                            {"ki": "8baf473f2f8fd09487cccbd7097c6862", "opc": "8E27B6AF0E692E750F32667A3B14605D",
                             "amf": "8000", "sqn": 0, "imsi": "001010123456790"}""").ok().id("auc_id");
            assertThat(auc).isEqualTo(1);

            var subscriber = swagger.put("/subscriber/", """
                            {"imsi": "001010123456790", "enabled": true, "auc_id": 1, "default_apn": 1,
                             "apn_list": "1,2", "msisdn": "9076543210", "ue_ambr_dl": 0, "ue_ambr_ul": 0}""").ok();
            assertThat(subscriber.json().path("apn_list").asString()).isEqualTo("1,2");

            var profile = swagger.put("/ims_subscriber/", """
                            {"imsi": "001010123456790", "msisdn": "9076543210", "sh_profile": "string",
                             "scscf_peer": "scscf.ims.mnc001.mcc001.3gppnetwork.org", "msisdn_list": "[9076543210]",
                             "ifc_path": "default_ifc.xml",
                             "scscf": "sip:scscf.ims.mnc001.mcc001.3gppnetwork.org:6060",
                             "scscf_realm": "ims.mnc001.mcc001.3gppnetwork.org"}""").ok();
            assertThat(profile.json().path("msisdn_list").asString()).isEqualTo("[9076543210]");
            assertThat(profile.json().path("sh_profile").asString()).isEqualTo("string");
        }
    }

    @Test
    void ids_of_apns_that_do_not_exist_are_taken_as_its_older_page_says() throws Exception {
        try (var api = ApiFixture.start(directory, Map.of())) {
            var swagger = new Wire(api.server().address());
            swagger.put("/apn/", "{\"apn\": \"internet\", \"apn_ambr_dl\": 0, \"apn_ambr_ul\": 0}")
                    .ok();
            swagger.put("/auc/", """
                            {"ki": "8baf473f2f8fd09487cccbd7097c6862", "opc": "8E27B6AF0E692E750F32667A3B14605D",
                             "amf": "8000", "sqn": 0, "imsi": "001010123456790"}""").ok();

            var subscriber = swagger.put("/subscriber/", """
                            {"imsi": "001010123456790", "enabled": true, "auc_id": 1, "default_apn": 1,
                             "apn_list": "0,1", "msisdn": "9076543210", "ue_ambr_dl": 0, "ue_ambr_ul": 0}""").ok();

            assertThat(subscriber.json().path("apn_list").asString()).isEqualTo("0,1");
        }
    }

    @Test
    void the_subscribers_are_read_as_its_variant_with_agents_does() throws Exception {
        try (var api = ApiFixture.start(directory, Map.of())) {
            var agent = new Wire(api.server().address());
            agent.put("/ims_subscriber/", "{\"imsi\": \"001010123456790\", \"msisdn\": \"9076543210\"}")
                    .ok();

            var list = agent.get("/ims_subscriber/list").ok().json();

            assertThat(list.isArray()).isTrue();
            assertThat(list.get(0).propertyNames()).contains("imsi", "msisdn", "scscf", "scscf_timestamp");
            assertThat(agent.get("/subscriber/imsi/001010123456790").status()).isEqualTo(404);
        }
    }
}
