// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A page with a list of objects and the form of one.
 *
 * @param path of the page
 * @param list path of the list in the REST interface
 * @param mark what the row of the new object shows, and no other
 * @param fill fills in the form of a new one
 * @param field that is changed then, or "" where the console cannot
 * @param changed its new value
 */
record ConsoleForm(String path, String list, String mark, Consumer<ConsoleBrowser> fill, String field, String changed) {

    private static final String IMSI = "999700000000042";
    /** Their check of lists of numbers lets no 9 pass. */
    private static final String MSISDN = "4817000042";

    /**
     * In an order in which each finds what it refers to; and APNs before rules, since both consoles show nothing at all where there
     * are a rule and an APN whose list of rules is null.
     */
    static List<ConsoleForm> of(Console console) {
        var all = List.of(
                new ConsoleForm(
                        "/apn",
                        "/apn/list",
                        "console.apn",
                        form -> {
                            form.type("apn", "console.apn");
                            form.choose("ip_version", "2");
                            form.type("apn_ambr_ul", "50000");
                            form.type("apn_ambr_dl", "100000");
                        },
                        "apn_ambr_dl",
                        "200000"),
                new ConsoleForm(
                        "/auc",
                        "/auc/list",
                        IMSI,
                        form -> {
                            form.type("imsi", IMSI);
                            form.type("ki", "465b5ce8b199b49faa5f0a2ee238a6bc");
                            form.type("opc", "cd63cb71954a9f4e48a5994e37a02baf");
                            form.type("iccid", "8949000000000000042");
                            form.type("amf", "8000");
                        },
                        "sim_vendor",
                        "acme"),
                new ConsoleForm(
                        "/subscriber",
                        "/subscriber/list",
                        IMSI,
                        form -> {
                            form.pick(1, IMSI);
                            form.type("msisdn", MSISDN);
                            form.pick(2, "console.apn");
                            form.pick(3, "console.apn");
                            // Its check refuses what nobody has touched.
                            form.type("roaming_rule_list", "1");
                            form.type("roaming_rule_list", "");
                            form.type("ue_ambr_ul", "50000");
                            form.type("ue_ambr_dl", "100000");
                        },
                        "ue_ambr_dl",
                        "200000"),
                new ConsoleForm(
                        "/imssubscriber",
                        "/ims_subscriber/list",
                        IMSI,
                        form -> {
                            form.type("imsi", IMSI);
                            form.type("msisdn", MSISDN);
                            form.type("msisdn_list", MSISDN);
                        },
                        "ifc_path",
                        "other_ifc.xml"),
                new ConsoleForm(
                        "/tft",
                        "/tft/list",
                        "permit out ip from 10.77.0.0/24 to any",
                        form -> {
                            form.type("tft_group_id", "7");
                            form.type("tft_string", "permit out ip from 10.77.0.0/24 to any");
                            form.choose("direction", "1");
                        },
                        "tft_group_id",
                        "8"),
                new ConsoleForm(
                        "/chargingrule",
                        "/charging_rule/list",
                        "console_rule",
                        form -> {
                            form.type("rule_name", "console_rule");
                            form.type("tft_group_id", "8");
                            form.type("rating_group", "11");
                            form.type("precedence", "100");
                            form.choose("qci", "1");
                            form.type("mbr_dl", "128000");
                            form.type("mbr_ul", "128000");
                            form.type("gbr_dl", "128000");
                            form.type("gbr_ul", "128000");
                            form.choose("arp_priority", "2");
                        },
                        "precedence",
                        "90"),
                new ConsoleForm(
                        "/roamingnetwork",
                        "/roaming/network/list",
                        "Console Network",
                        form -> {
                            form.type("name", "Console Network");
                            form.type("mcc", "999");
                            form.type("mnc", "70");
                            form.type("preference", "1");
                        },
                        console == Console.PYHSS_GUI ? "" : "mnc",
                        "71"),
                new ConsoleForm(
                        "/roamingrule",
                        "/roaming/rule/list",
                        "Console Network",
                        form -> form.pick(1, "Console Network"),
                        "",
                        ""));
        var equipment = new ConsoleForm(
                "/eir",
                "/eir/list",
                "35606709000001",
                form -> {
                    form.type("imei", "35606709000001");
                    form.choose("regex_mode", "0");
                    form.choose("match_response_code", "2");
                },
                "imei",
                "35606709000002");
        return console == Console.PYHSS_GUI
                ? all
                : Stream.concat(all.stream(), Stream.of(equipment)).toList();
    }

    /** What its row shows after the change. */
    String markAfterChange() {
        return path.equals("/eir") ? changed : mark;
    }
}
