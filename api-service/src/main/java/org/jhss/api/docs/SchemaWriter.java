// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.List;
import org.jhss.api.route.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes shapes in the dialect of one of the documents, and collects the models that they name. Not thread-safe. */
abstract class SchemaWriter {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The models that were named, by name. */
    final ObjectNode models = JSON.objectNode();

    final Examples examples;
    private final String modelPath;

    /**
     * @param modelPath where the document keeps models, such as {@code #/definitions/}
     */
    SchemaWriter(Examples examples, String modelPath) {
        this.examples = examples;
        this.modelPath = modelPath;
    }

    /** A shape, as it is used for {@code use}. */
    final ObjectNode write(Schema schema, Use use) {
        return switch (schema) {
            case Schema.Row row -> row(row, use);
            case Schema.Extended extended -> extended(extended, use);
            case Schema.Fields fields when fields.name().isEmpty() -> object(fields.properties(), use);
            case Schema.Fields fields -> named(fields.name(), object(fields.properties(), use), use);
            case Schema.ArrayOf array -> {
                var node = JSON.objectNode().put("type", "array");
                yield node.set("items", write(array.items(), use));
            }
            case Schema.MapOf map -> {
                var node = JSON.objectNode().put("type", "object").put("description", "Each key is one " + map.key());
                yield node.set("additionalProperties", write(map.values(), use));
            }
            case Schema.Nullable nullable -> nullable(write(nullable.value(), use));
            case Schema.OneOf one ->
                oneOf(one.choices().stream().map(choice -> write(choice, use)).toList());
            case Schema.Whole whole ->
                JSON.objectNode()
                        .put("type", "integer")
                        .put("format", fitsInt(whole) ? "int32" : "int64")
                        .put("minimum", whole.min())
                        .put("maximum", whole.max());
            case Schema.Text text -> text(text);
            case Schema.Flag _ -> JSON.objectNode().put("type", "boolean");
            case Schema.Moment _ -> JSON.objectNode().put("type", "string").put("format", "date-time");
            case Schema.Choice choice -> {
                var node = JSON.objectNode().put("type", "string");
                var values = node.putArray("enum");
                choice.values().forEach(values::add);
                yield node;
            }
            case Schema.Any _ -> JSON.objectNode();
        };
    }

    /** A row of an object. */
    abstract ObjectNode row(Schema.Row row, Use use);

    /** A row with more keys. */
    abstract ObjectNode extended(Schema.Extended extended, Use use);

    /** The shape or {@code null}. */
    abstract ObjectNode nullable(ObjectNode schema);

    /** One of some shapes. */
    abstract ObjectNode oneOf(List<ObjectNode> choices);

    /** Puts an example into a shape. */
    abstract void example(ObjectNode schema, JsonNode example);

    /** A reference to a model; where another use of the same name looks different, its name says the use. */
    final ObjectNode named(String name, ObjectNode schema, Use use) {
        var before = models.get(legal(name));
        return before == null || before.equals(schema)
                ? model(legal(name), schema)
                : model(legal(name) + use.suffix(), schema);
    }

    /** The name as the dialect allows it. */
    abstract String legal(String name);

    /** A reference to the model of that name, which is this. */
    final ObjectNode model(String name, ObjectNode schema) {
        var before = models.get(name);
        if (before != null && !before.equals(schema)) {
            throw new IllegalArgumentException("two different models are called " + name);
        }
        models.set(name, schema);
        return reference(name);
    }

    final ObjectNode reference(String name) {
        return JSON.objectNode().put("$ref", modelPath + name);
    }

    /** An object with these keys. */
    final ObjectNode object(List<Schema.Property> properties, Use use) {
        var node = JSON.objectNode().put("type", "object");
        properties(node.putObject("properties"), properties, use);
        var required = properties.stream()
                .filter(Schema.Property::required)
                .map(Schema.Property::name)
                .toList();
        require(node, required);
        return node;
    }

    final void properties(ObjectNode target, List<Schema.Property> properties, Use use) {
        for (var property : properties) {
            target.set(property.name(), property(property, use));
        }
    }

    final void require(ObjectNode schema, List<String> names) {
        if (!names.isEmpty()) {
            var required = schema.putArray("required");
            names.forEach(required::add);
        }
    }

    /** A key of an object. */
    private ObjectNode property(Schema.Property property, Use use) {
        var node = described(write(property.schema(), use), property.description());
        if (!node.has("$ref") && !node.has("allOf")) {
            example(node, examples.of(property, use));
        }
        return node;
    }

    /** The shape with a text; a dialect may not have texts beside references. */
    abstract ObjectNode described(ObjectNode schema, String description);

    private static ObjectNode text(Schema.Text text) {
        var node = JSON.objectNode().put("type", "string");
        if (text.maxLength() < Integer.MAX_VALUE) {
            node.put("maxLength", text.maxLength());
        }
        if (!text.pattern().isEmpty()) {
            node.put("pattern", Columns.whole(text.pattern()));
        }
        return node;
    }

    private static boolean fitsInt(Schema.Whole whole) {
        return whole.min() >= Integer.MIN_VALUE && whole.max() <= Integer.MAX_VALUE;
    }
}
