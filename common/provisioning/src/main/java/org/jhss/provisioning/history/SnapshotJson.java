// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Snapshots as JSON that gives back exactly what went in: moments to the microsecond, octets in base64. */
final class SnapshotJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SnapshotJson() {}

    /** The secret columns of {@code snapshot}, or the others. */
    static ObjectNode write(ResourceType type, Snapshot snapshot, boolean secret) {
        var node = JSON.createObjectNode();
        var columns = type.stored().columns();
        snapshot.values().forEach((position, value) -> {
            if (Snapshot.isSecret(type, position) == secret) {
                put(node, columns.get(position).name(), value);
            }
        });
        return node;
    }

    /** Adds what {@code json} says to {@code values}; columns that are no more are passed over. */
    static void read(ResourceType type, ObjectNode json, Map<Integer, @Nullable Object> values) {
        for (var field : json.properties()) {
            int position = type.stored().position(field.getKey());
            if (position >= 0) {
                values.put(position, value(type.stored().columns().get(position).kind(), field.getValue()));
            }
        }
    }

    static Snapshot read(ResourceType type, ObjectNode... parts) {
        var values = new TreeMap<Integer, @Nullable Object>();
        for (var part : parts) {
            read(type, part, values);
        }
        return new Snapshot(type, values);
    }

    static ObjectNode parse(@Nullable String text) {
        return text == null || !(JSON.readTree(text) instanceof ObjectNode node) ? JSON.createObjectNode() : node;
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        switch (value) {
            case null -> node.putNull(name);
            case Integer number -> node.put(name, number.intValue());
            case Long number -> node.put(name, number.longValue());
            case Boolean bool -> node.put(name, bool.booleanValue());
            case byte[] octets -> node.put(name, Base64.getEncoder().encodeToString(octets));
            default -> node.put(name, value.toString());
        }
    }

    private static @Nullable Object value(Kind kind, JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        return switch (kind) {
            case INTEGER -> json.intValue();
            case LONG -> json.longValue();
            case BOOLEAN -> json.booleanValue();
            case TEXT -> json.stringValue();
            case MOMENT -> Instant.parse(json.stringValue());
            case OCTETS -> Base64.getDecoder().decode(json.stringValue());
        };
    }
}
