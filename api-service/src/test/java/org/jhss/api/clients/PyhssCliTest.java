// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests of lynxis/pyhss-cli and what it reads of the answers. */
class PyhssCliTest {

    private static final String KEY = "Provisioning-Key: changeThisInProduction";

    @TempDir
    Path directory;

    @Test
    void the_life_of_a_subscriber() throws Exception {
        try (var api = ApiFixture.start(directory, Map.of())) {
            var cli = new Wire(api.server().address(), KEY, "Accept: */*", "Content-Type: application/json");

            // add-apn: looks by name in the list before.
            assertThat(cli.get("/apn/list").ok().json().isArray()).isTrue();
            int apn = cli.put("/apn/", """
                            {"apn": "internet", "apn_ambr_dl": 150000000, "apn_ambr_ul": 50000000, "qci": 9,
                             "arp_priority": 9, "arp_preemption_vulnerability": true,
                             "arp_preemption_capability": false}""").ok().id("apn_id");
            var listed = cli.get("/apn/list").ok().json().get(0);
            assertThat(listed.path("apn").asString()).isEqualTo("internet");
            assertThat(listed.propertyNames())
                    .contains("apn_id", "apn_ambr_dl", "apn_ambr_ul", "arp_preemption_capability", "qci");

            // add-subscriber: whoever is not there may be 404 or null, but the body must be JSON.
            assertThat(cli.get("/subscriber/imsi/001010000000001").status()).isEqualTo(404);
            assertThat(cli.get("/auc/imsi/001010000000001").status()).isEqualTo(404);
            int auc = cli.put("/auc/", """
                            {"ki": "465b5ce8b199b49faa5f0a2ee238a6bc", "sqn": 0, "amf": "8000",
                             "imsi": "001010000000001", "iccid": "8949000000000000001",
                             "opc": "cd63cb71954a9f4e48a5994e37a02baf"}""").ok().id("auc_id");
            // Without --apn the list is the empty text.
            int subscriber =
                    cli.put("/subscriber/", """
                            {"auc_id": %d, "imsi": "001010000000001", "enabled": true, "default_apn": %d,
                             "roaming_enabled": true, "apn_list": "", "msisdn": "491700000001"}""".formatted(auc, apn)).ok().id("subscriber_id");

            // add-ims-subscriber: with one --msisdn the list of further ones is the empty text.
            int profile = cli.put("/ims_subscriber/", """
                            {"imsi": "001010000000001", "msisdn": "491700000001", "msisdn_list": "",
                             "ifc_path": "default_ifc.xml"}""").ok().id("ims_subscriber_id");

            // list-subscribers -b and list-ims-subscribers -b read these without asking whether they are there.
            cli.get("/subscriber/imsi/001010000000001")
                    .ok()
                    .has("imsi", "ue_ambr_dl", "ue_ambr_ul", "default_apn", "msisdn", "enabled", "roaming_enabled");
            assertThat(cli.get("/subscriber/list?page_size=100&page=0").ok().json())
                    .hasSize(1);
            assertThat(cli.get("/subscriber/list?page_size=100&page=1").ok().json())
                    .isEmpty();
            for (var path :
                    new String[] {"ims_subscriber_imsi/001010000000001", "ims_subscriber_msisdn/491700000001"}) {
                cli.get("/ims_subscriber/" + path)
                        .ok()
                        .has("imsi", "msisdn", "msisdn_list", "pcscf", "scscf", "scscf_timestamp");
            }
            assertThat(cli.get("/ims_subscriber/ims_subscriber_imsi/001010000000002")
                            .status())
                    .isEqualTo(404);

            for (var path : new String[] {
                "/ims_subscriber/" + profile, "/subscriber/" + subscriber, "/auc/" + auc, "/apn/" + apn
            }) {
                assertThat(cli.delete(path).ok().json().path("Result").asString())
                        .isEqualTo("OK");
            }
        }
    }

    @Test
    void a_wrong_key_is_answered_with_json_when_provisioning_is_locked() throws Exception {
        var locked = Map.of("HSS_LOCK_PROVISIONING", "true", "HSS_PROVISIONING_KEY", "theRightKey");
        try (var api = ApiFixture.start(directory, locked)) {
            var cli = new Wire(api.server().address(), KEY);

            var reply = cli.put("/apn/", "{\"apn\": \"internet\", \"apn_ambr_dl\": 0, \"apn_ambr_ul\": 0}");

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json().path("Result").asString()).isEqualTo("Unauthorized - Provisioning-Key Invalid");
        }
    }
}
