// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/** What both web consoles do alike: they send their form, and after an edit the whole row as they have read it. */
final class Consoles {

    /** The form of a new AuC entry: whatever is not filled in is the empty text. */
    static final String AUC = """
            {"ki": "465b5ce8b199b49faa5f0a2ee238a6bc", "opc": "cd63cb71954a9f4e48a5994e37a02baf", "amf": "8000",
             "sqn": 0, "iccid": "8949000000000000001", "imsi": "001010000000001", "batch_name": "", "sim_vendor": "",
             "esim": false, "lpa": "", "pin1": "", "pin2": "", "puk1": "", "puk2": "", "kid": "", "psk": "", "des": "",
             "adm1": "", "misc1": "", "misc2": "", "misc3": "", "misc4": ""}""";

    static final String SUBSCRIBER = """
            {"imsi": "001010000000001", "enabled": true, "auc_id": %d, "default_apn": %d, "apn_list": "%d",
             "msisdn": "491700000001", "ue_ambr_dl": "1000000", "ue_ambr_ul": "1000000", "nam": 0,
             "subscribed_rau_tau_timer": 600}""";

    /** Its empty serving nodes must not make the subscriber one that is registered. */
    static final String IMS_SUBSCRIBER = """
            {"msisdn": "491700000001", "msisdn_list": "491700000001", "imsi": "001010000000001",
             "ifc_path": "default_ifc.xml", "sh_profile": "default_sh_user_data.xml", "pcscf": "", "pcscf_realm": "",
             "pcscf_peer": "", "scscf": "", "scscf_realm": "", "scscf_peer": ""}""";

    static final String TFT = """
            {"tft_group_id": 1, "tft_string": "permit out ip from 10.98.0.0/24 to any", "direction": 1}""";

    /** Numbers that were typed are text. */
    static final String CHARGING_RULE = """
            {"rule_name": "voice", "qci": 1, "arp_priority": 2, "arp_preemption_capability": false,
             "arp_preemption_vulnerability": false, "mbr_dl": "128000", "mbr_ul": "128000", "gbr_dl": "128000",
             "gbr_ul": "128000", "tft_group_id": "1", "precedence": "100", "rating_group": "0"}""";

    private Consoles() {}

    /** Creates an object, changes one field of the row as listed, and sends it back whole. */
    static int createAndEdit(Wire console, String base, String idName, String body, String field, String typed)
            throws IOException {
        int id = console.put(base, body).ok().id(idName);
        var list = console.get(base + "list").ok().json();
        assertThat(list.isArray()).isTrue();
        var row = list.valueStream()
                .filter(each -> each.path(idName).intValue() == id)
                .findFirst()
                .orElseThrow();
        var edited = ((ObjectNode) row).put(field, typed);
        var answer = console.patch(base + id, edited.toString()).ok().json();
        assertThat(answer.path(field).asString()).isEqualTo(typed);
        assertThat(console.get(base + id).ok().json().path(field).asString()).isEqualTo(typed);
        return id;
    }

    static void delete(Wire console, String path) throws IOException {
        assertThat(console.delete(path).ok().json().path("Result").asString()).isEqualTo("OK");
    }
}
