// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How osmocom/osmo-ttcn3-hacks provisions PyHSS before its tests: ids of its own, numbers as text, an APN by its name. */
class OsmoTtcn3Test {

    private static final String AUC = """
            {"auc_id": "%s", "ki": "3c6e0b8a9c15224a8228b9a98ca1531d", "opc": "762a2206fe0b4151ace403c86a11e479",
             "amf": "8000", "sqn": "0", "imsi": "%s", "algo": "3"}""";

    @TempDir
    Path directory;

    @Test
    void a_subscriber_is_set_up_and_taken_down_twice() throws Exception {
        try (var api = ApiFixture.start(directory, Map.of())) {
            var suite = new Wire(api.server().address(), "Accept: */*", "Content-Type: application/json");
            var apn = suite.put("/apn/", """
                            {"apn_id": 1, "apn": "internet", "ip_version": 0, "charging_characteristics": "0800",
                             "apn_ambr_dl": 0, "apn_ambr_ul": 0, "qci": 9, "arp_priority": 4,
                             "arp_preemption_capability": 0, "arp_preemption_vulnerability": 1}""").ok();
            assertThat(apn.id("apn_id")).isEqualTo(1);
            assertThat(apn.json().path("arp_preemption_vulnerability").isBoolean())
                    .isTrue();
            assertThat(apn.json().path("arp_preemption_capability").booleanValue())
                    .isFalse();

            addAndRemove(suite, "11", "262420000000001", "49161000001");
            addAndRemove(suite, "11", "262420000000002", "49161000002");
        }
    }

    @Test
    void every_algorithm_that_it_names_is_taken() throws Exception {
        try (var api = ApiFixture.start(directory, Map.of())) {
            var suite = new Wire(api.server().address());
            for (var algorithm : new String[] {"0", "1", "2", "3"}) {
                suite.put(
                                "/auc/",
                                AUC.replace("\"3\"}", "\"" + algorithm + "\"}")
                                        .formatted(algorithm + 1, "26242000000000" + algorithm))
                        .ok();
            }
        }
    }

    private static void addAndRemove(Wire suite, String aucId, String imsi, String msisdn) throws IOException {
        // Whatever a test before has left; its answer is not looked at.
        assertThat(suite.delete("/auc/" + aucId).status()).isIn(200, 404);
        assertThat(suite.put("/auc/", AUC.formatted(aucId, imsi)).ok().id("auc_id"))
                .isEqualTo(Integer.parseInt(aucId));
        var added =
                suite.put("/subscriber/", """
                        {"auc_id": "%s", "default_apn": "internet", "apn_list": "1", "imsi": "%s", "msisdn": "%s"}""".formatted(aucId, imsi, msisdn)).ok();
        assertThat(added.id("default_apn")).isEqualTo(1);
        assertThat(added.json().path("enabled").booleanValue()).isTrue();

        var found = suite.get("/subscriber/imsi/" + imsi).ok();
        assertThat(found.id("auc_id")).isEqualTo(Integer.parseInt(aucId));

        // The keys first, which PyHSS would let dangle: they stay, and the next set-up removes them.
        assertThat(suite.delete("/auc/" + aucId).status()).isEqualTo(409);
        suite.delete("/subscriber/" + found.id("subscriber_id")).ok();
        assertThat(suite.get("/subscriber/imsi/" + imsi).status()).isEqualTo(404);
    }
}
