// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jhss.api.ApiFixture;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jspecify.annotations.Nullable;

/** Subscribers with keys, two APNs, and what the network would have stored of them. */
public final class Ground {

    private Ground() {}

    /** The IMSI of subscriber {@code number}, from 1 on. */
    public static String imsi(int number) {
        return "99999000000000" + number;
    }

    public static String msisdn(int number) {
        return "99900000000" + number;
    }

    /** Stores a subscriber whose rows of auc, subscriber and ims_subscriber have the key {@code number}, when they are stored in order. */
    public static void subscriber(ApiFixture api, int number) throws Exception {
        if (number == 1) {
            put(api, "/apn/", "{\"apn\":\"internet\",\"apn_ambr_dl\":1,\"apn_ambr_ul\":1}");
            put(api, "/apn/", "{\"apn\":\"ims\",\"apn_ambr_dl\":1,\"apn_ambr_ul\":1}");
        }
        put(
                api,
                "/auc/",
                "{\"ki\":\"465b5ce8b199b49faa5f0a2ee238a6bc\",\"opc\":\"cd63cb71954a9f4e48a5994e37a02baf\",\"amf\":\"8000\",\"sqn\":0,"
                        + "\"imsi\":\"" + imsi(number) + "\"}");
        put(
                api,
                "/subscriber/",
                "{\"imsi\":\"" + imsi(number) + "\",\"auc_id\":" + number
                        + ",\"default_apn\":1,\"apn_list\":\"1,2\",\"msisdn\":\"" + msisdn(number) + "\"}");
        put(
                api,
                "/ims_subscriber/",
                "{\"imsi\":\"" + imsi(number) + "\",\"msisdn\":\"" + msisdn(number) + "\",\"msisdn_list\":\""
                        + msisdn(number) + "\"}");
    }

    /** Has the subscriber served by an MME, a P-CSCF and an S-CSCF. */
    public static void served(ApiFixture api, int number) {
        change(
                api,
                ResourceType.SUBSCRIBER,
                number,
                "serving_mme=mme01.example serving_mme_realm=epc.example serving_mme_peer=dra01.example;hss01.example");
        change(
                api,
                ResourceType.IMS_SUBSCRIBER,
                number,
                "pcscf=pcscf01 pcscf_realm=ims pcscf_peer=pcscf01;hss01 scscf=scscf01 scscf_realm=ims scscf_peer=scscf01;hss01");
    }

    /** Gives the subscriber a session. */
    public static void session(ApiFixture api, int number, String apn, String address) {
        var type = ResourceType.SERVING_APN;
        var row = new ResourceRow(
                type, new @Nullable Object[type.stored().columns().size()]);
        set(row, "subscriber_id", number);
        set(row, "apn", apn.equals("internet") ? 1 : 2);
        set(row, "pcrf_session_id", "session-" + apn);
        set(row, "subscriber_routing", address);
        set(row, "serving_pgw", "pgw01");
        set(row, "serving_pgw_peer", "pgw01;hss01");
        set(row, "serving_pgw_timestamp", Instant.EPOCH);
        api.store().tables().write(transaction -> transaction.insert(type.stored(), row.values()));
    }

    private static void change(ApiFixture api, ResourceType type, int key, String values) {
        api.store().tables().write(transaction -> {
            var before = transaction.lock(type.stored(), key).orElseThrow();
            var row = new ResourceRow(type, before.clone());
            for (var value : values.split(" ", -1)) {
                set(row, value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
            }
            transaction.update(type.stored(), before, row.values());
            return row;
        });
    }

    private static void set(ResourceRow row, String column, Object value) {
        row.values()[row.type().position(column)] = value;
    }

    private static void put(ApiFixture api, String path, String body) throws Exception {
        var reply = api.put(path, body);
        assertThat(reply.status()).as(path + " " + reply.json()).isEqualTo(200);
    }
}
