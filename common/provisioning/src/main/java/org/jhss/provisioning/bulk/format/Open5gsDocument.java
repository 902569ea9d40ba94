// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A subscriber of Open5GS as {@code mongoexport} writes it. */
final class Open5gsDocument {

    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final int LARGEST_UNIT = 4;

    private Open5gsDocument() {}

    /** Whether {@code object} is one. */
    static boolean isOne(ObjectNode object) {
        return object.get("security") instanceof ObjectNode security && security.has("k");
    }

    static void read(ObjectNode document, BiConsumer<String, String> columns) {
        put(columns, "imsi", document.path("imsi"));
        put(columns, "msisdn", document.path("msisdn").path(0));
        var security = document.path("security");
        put(columns, "ki", security.path("k"));
        put(columns, "opc", security.path("opc"));
        put(columns, "op", security.path("op"));
        put(columns, "amf", security.path("amf"));
        put(columns, "sqn", number(security.path("sqn")));
        put(columns, "nam", number(document.path("network_access_mode")));
        put(columns, "access_restriction", number(document.path("access_restriction_data")));
        rate(columns, "ue_ambr_dl", document.path("ambr").path("downlink"));
        rate(columns, "ue_ambr_ul", document.path("ambr").path("uplink"));
        apns(columns, document.path("slice"));
    }

    private static void put(BiConsumer<String, String> columns, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            var text = value.asString().replace(" ", "");
            if (!text.isEmpty()) {
                columns.accept(name, text);
            }
        }
    }

    /** Extended JSON writes numbers as objects. */
    private static JsonNode number(JsonNode value) {
        if (value.has("$numberLong")) {
            return value.path("$numberLong");
        }
        return value.has("$numberInt") ? value.path("$numberInt") : value;
    }

    /** Open5GS counts in units of 1, 1000, 1000^2 ... bit/s; PyHSS's columns in bit/s, up to 31 bits; jHSS's own in kbit/s. */
    private static void rate(BiConsumer<String, String> columns, String column, JsonNode rate) {
        var value = number(rate.path("value"));
        int unit = number(rate.path("unit")).asInt(0);
        if (!value.isValueNode() || unit < 0 || unit > LARGEST_UNIT) {
            return;
        }
        BigInteger bits;
        try {
            bits = new BigDecimal(value.asString()).toBigInteger().multiply(THOUSAND.pow(unit));
        } catch (NumberFormatException _) {
            columns.accept(column, value.asString());
            return;
        }
        columns.accept(column, bits.min(LARGEST).toString());
        if (bits.compareTo(LARGEST) > 0) {
            columns.accept(column + "_kbps", bits.divide(THOUSAND).toString());
        }
    }

    private static void apns(BiConsumer<String, String> columns, JsonNode slices) {
        var names = new ArrayList<String>();
        for (var slice : slices) {
            for (var session : slice.path("session")) {
                var name = session.path("name").asString("");
                if (!name.isEmpty() && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        if (!names.isEmpty()) {
            columns.accept("default_apn", names.getFirst());
            columns.accept("apn_list", String.join(",", names));
        }
    }
}
