// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import org.jhss.api.route.Schema;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit a shape, made of the columns' and properties' own examples. */
final class Examples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MOMENT = "2026-11-22T06:30:00Z";

    private final boolean secrets;

    /**
     * @param secrets whether answers show keys of SIMs
     */
    Examples(boolean secrets) {
        this.secrets = secrets;
    }

    /** A value of that shape. */
    JsonNode of(Schema schema, Use use) {
        return switch (schema) {
            case Schema.Row row -> row(row, use);
            case Schema.Extended extended -> {
                var node = row(extended.row(), use);
                extended.more().forEach(property -> node.set(property.name(), of(property, use)));
                yield node;
            }
            case Schema.Fields fields -> {
                var node = JSON.objectNode();
                fields.properties().forEach(property -> node.set(property.name(), of(property, use)));
                yield node;
            }
            case Schema.ArrayOf array -> JSON.arrayNode().add(of(array.items(), use));
            case Schema.MapOf map -> JSON.objectNode().set(key(map.key()), of(map.values(), use));
            case Schema.Nullable nullable -> of(nullable.value(), use);
            case Schema.OneOf one -> of(one.choices().getFirst(), use);
            case Schema.Whole whole -> JSON.numberNode(Math.clamp(1, whole.min(), whole.max()));
            case Schema.Text _ -> JSON.stringNode("text");
            case Schema.Flag _ -> JSON.booleanNode(true);
            case Schema.Moment _ -> JSON.stringNode(MOMENT);
            case Schema.Choice choice -> JSON.stringNode(choice.values().getFirst());
            case Schema.Any _ -> JSON.nullNode();
        };
    }

    /** A property's own example, or one that fits its shape. */
    JsonNode of(Schema.Property property, Use use) {
        return property.example()
                .map(text -> parsed(property.schema(), text))
                .orElseGet(() -> of(property.schema(), use));
    }

    /** An example that was written as text, as a value of that shape. */
    static JsonNode parsed(Schema schema, String text) {
        return switch (schema) {
            case Schema.Whole _ -> JSON.numberNode(Long.parseLong(text));
            case Schema.Flag _ -> JSON.booleanNode(Boolean.parseBoolean(text));
            case Schema.Nullable nullable -> text.equals("null") ? JSON.nullNode() : parsed(nullable.value(), text);
            case Schema.ArrayOf array -> JSON.arrayNode().add(parsed(array.items(), text));
            case Schema.OneOf one -> parsed(one.choices().getFirst(), text);
            default -> JSON.stringNode(text);
        };
    }

    private ObjectNode row(Schema.Row row, Use use) {
        var node = JSON.objectNode();
        for (var column : use.columns(row, secrets)) {
            if (use == Use.ANSWER || isSent(column)) {
                node.set(
                        column.name(),
                        column.example()
                                .map(example -> use == Use.ANSWER ? Columns.json(example) : sent(column, example))
                                .orElseGet(JSON::nullNode));
            }
        }
        return node;
    }

    /** What somebody who creates an object would say: not what the server or network sets, nor other objects that may not exist. */
    private static boolean isSent(Column column) {
        return column.isRequired()
                || (column.example().isPresent()
                        && !column.isKey()
                        && !column.isServingState()
                        && !column.isExtension()
                        && column.reference().isEmpty());
    }

    /** Of a list only the first, which exists once the other examples have been executed. */
    private static JsonNode sent(Column column, Object example) {
        boolean list = column.reference()
                .filter(reference -> reference.strength() == Reference.Strength.LIST)
                .isPresent();
        return Columns.json(list ? example.toString().split(",", 2)[0] : example);
    }

    private static String key(String what) {
        return switch (what) {
            case "IMSI" -> "001010000000001";
            default -> what;
        };
    }
}
