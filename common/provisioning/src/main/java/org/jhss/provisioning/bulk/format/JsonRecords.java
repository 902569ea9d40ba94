// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects as records: flat ones, ones nested by table, and documents of Open5GS. */
final class JsonRecords {

    /** How the nested form calls the tables, and the prefix of their columns. */
    private static final Map<String, String> SECTIONS =
            Map.of("auc", "auc.", "subscriber", "subscriber.", "ims_subscriber", "ims.", "ims", "ims.");

    private JsonRecords() {}

    static Entry.Raw record(long number, long line, ObjectNode object) {
        var names = new ArrayList<String>();
        var values = new ArrayList<@Nullable String>();
        if (Open5gsDocument.isOne(object)) {
            Open5gsDocument.read(object, (name, value) -> {
                names.add(name);
                values.add(value);
            });
        } else {
            flatten(object, names, values);
        }
        return new Entry.Raw(number, line, names, values.toArray(String[]::new));
    }

    private static void flatten(ObjectNode object, List<String> names, List<@Nullable String> values) {
        for (var property : object.properties()) {
            var prefix = SECTIONS.get(property.getKey());
            if (prefix != null && property.getValue() instanceof ObjectNode section) {
                for (var column : section.properties()) {
                    names.add(prefix + column.getKey());
                    values.add(text(column.getValue()));
                }
            } else if (prefix == null || !property.getValue().isNull()) {
                names.add(property.getKey());
                values.add(text(property.getValue()));
            }
        }
    }

    /** Lists become comma lists, as PyHSS stores them. */
    static String text(JsonNode value) {
        if (value.isNull()) {
            return Entry.NULL;
        }
        if (value.isArray()) {
            var list = new StringBuilder();
            for (var element : value) {
                list.append(list.isEmpty() ? "" : ",").append(text(element));
            }
            return list.toString();
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
