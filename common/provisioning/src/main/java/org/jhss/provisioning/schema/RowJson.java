// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import java.time.Instant;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one way from a row to JSON: columns in their order, nulls present, moments as {@code YYYY-MM-DDTHH:MM:SSZ}. */
public final class RowJson {

    private RowJson() {}

    /** {@code row} as a tree. */
    public static ObjectNode tree(ResourceRow row, View view) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var column : row.type().columns()) {
            if (view.shows(column)) {
                put(node, column.name(), row.get(column));
            }
        }
        return node;
    }

    /** {@code row} as an object on a stream. */
    public static void write(JsonGenerator json, ResourceRow row, View view) {
        json.writeStartObject();
        for (var column : row.type().columns()) {
            if (view.shows(column)) {
                json.writeName(column.name());
                write(json, row.get(column));
            }
        }
        json.writeEndObject();
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        switch (value) {
            case null -> node.putNull(name);
            case Integer number -> node.put(name, number.intValue());
            case Long number -> node.put(name, number.longValue());
            case Boolean bool -> node.put(name, bool.booleanValue());
            case Instant moment -> node.put(name, Timestamps.toLastModified(moment));
            default -> node.put(name, value.toString());
        }
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Integer number -> json.writeNumber(number.intValue());
            case Long number -> json.writeNumber(number.longValue());
            case Boolean bool -> json.writeBoolean(bool);
            case Instant moment -> json.writeString(Timestamps.toLastModified(moment));
            default -> json.writeString(value.toString());
        }
    }
}
