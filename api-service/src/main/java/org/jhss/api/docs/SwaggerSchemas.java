// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.List;
import org.jhss.api.route.Schema;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shapes in Swagger 2.0, with PyHSS's names. One definition serves requests and answers alike, as PyHSS has it; its example is what one
 * sends.
 */
final class SwaggerSchemas extends SchemaWriter {

    SwaggerSchemas(Examples examples) {
        super(examples, "#/definitions/");
    }

    /** PyHSS's name of the model of an object. */
    static String name(ResourceType resource) {
        return resource == ResourceType.SERVING_APN ? "Serving APN JSON" : title(resource) + " JSON";
    }

    @Override
    ObjectNode row(Schema.Row row, Use use) {
        var name = name(row.resource());
        return models.has(name) ? reference(name) : model(name, definition(row));
    }

    @Override
    ObjectNode extended(Schema.Extended extended, Use use) {
        var node = JSON.objectNode();
        var parts = node.putArray("allOf");
        parts.add(row(extended.row(), use));
        parts.add(object(extended.more(), use));
        return named(extended.name(), node, use);
    }

    @Override
    ObjectNode nullable(ObjectNode schema) {
        return wrapped(schema).put("x-nullable", true);
    }

    @Override
    String legal(String name) {
        return name;
    }

    /** Swagger 2.0 has no alternatives: the value may be anything, and an extension names them. */
    @Override
    ObjectNode oneOf(List<ObjectNode> choices) {
        var node = JSON.objectNode();
        var array = node.putArray("x-oneOf");
        choices.forEach(array::add);
        return node;
    }

    @Override
    void example(ObjectNode schema, JsonNode example) {
        if (!example.isNull()) {
            schema.set("example", example);
        }
    }

    @Override
    ObjectNode described(ObjectNode schema, String description) {
        return wrapped(schema).put("description", description);
    }

    /** Nothing beside {@code $ref} counts. */
    private static ObjectNode wrapped(ObjectNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        var node = JSON.objectNode();
        node.putArray("allOf").add(schema);
        return node;
    }

    private ObjectNode definition(Schema.Row row) {
        var node = JSON.objectNode().put("type", "object").put("title", title(row.resource()));
        node.put("description", sentence(row.resource().description()));
        var columns = row.resource().compatibleColumns();
        require(
                node,
                columns.stream()
                        .filter(column -> !column.isKey() && !column.isNullable())
                        .map(Column::name)
                        .toList());
        var properties = node.putObject("properties");
        for (var column : columns) {
            var schema = Columns.schema(column);
            if (column.isNullable()) {
                schema.put("x-nullable", true);
            }
            // A property that is required cannot be read-only too (Swagger 2.0, readOnly).
            if (column.isReadOnly() && column.isNullable()) {
                schema.put("readOnly", true);
            }
            column.example().ifPresent(example -> example(schema, Columns.json(example)));
            properties.set(column.name(), schema);
        }
        node.set("example", examples.of(row, Use.CREATE));
        return node;
    }

    /** The name of the class of PyHSS that maps the table. */
    private static String title(ResourceType resource) {
        return resource == ResourceType.EIR_HISTORY ? "IMSI_IMEI_HISTORY" : resource.name();
    }

    static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
