// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jhss.api.route.Schema;
import org.jhss.provisioning.schema.Column;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shapes in OpenAPI 3.1, which are JSON Schemas (2020-12): a model of its own for what is sent and what is answered. */
final class OpenApiSchemas extends SchemaWriter {

    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final String FULL_SUFFIX = "_v1";

    private final boolean secrets;

    /**
     * @param secrets whether answers show keys of SIMs
     */
    OpenApiSchemas(Examples examples, boolean secrets) {
        super(examples, "#/components/schemas/");
        this.secrets = secrets;
    }

    @Override
    ObjectNode row(Schema.Row row, Use use) {
        var name = row.resource().name() + (row.form() == Schema.Form.FULL ? FULL_SUFFIX : "") + use.suffix();
        return models.has(name) ? reference(name) : model(name, definition(row, use));
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
        var type = schema.get("type");
        if (type != null && type.isString()) {
            orNull(schema, type.asString());
            return schema;
        }
        return oneOf(List.of(schema, JSON.objectNode().put("type", "null")));
    }

    @Override
    String legal(String name) {
        return NO_NAME.matcher(name).replaceAll("_");
    }

    @Override
    ObjectNode oneOf(List<ObjectNode> choices) {
        var node = JSON.objectNode();
        var array = node.putArray("anyOf");
        choices.forEach(array::add);
        return node;
    }

    @Override
    void example(ObjectNode schema, JsonNode example) {
        if (!example.isNull()) {
            schema.putArray("examples").add(example);
        }
    }

    @Override
    ObjectNode described(ObjectNode schema, String description) {
        return schema.put("description", description);
    }

    private ObjectNode definition(Schema.Row row, Use use) {
        var node = JSON.objectNode().put("type", "object");
        node.put("description", SwaggerSchemas.sentence(row.resource().description()));
        var properties = node.putObject("properties");
        var required = new ArrayList<String>();
        for (var column : use.columns(row, secrets)) {
            properties.set(column.name(), column(column, use));
            if (use.requires(column)) {
                required.add(column.name());
            }
        }
        require(node, required);
        node.putArray("examples").add(examples.of(row, use));
        return node;
    }

    private ObjectNode column(Column column, Use use) {
        var schema = Columns.schema(column);
        if (use == Use.CHANGE) {
            schema.remove("default");
        }
        if (column.isNullable()) {
            orNull(schema, schema.get("type").asString());
        }
        if (column.isReadOnly()) {
            schema.put("readOnly", true);
        }
        if (column.isSecret() && !secrets) {
            schema.put("writeOnly", true);
        }
        column.example().ifPresent(example -> example(schema, Columns.json(example)));
        return schema;
    }

    private static void orNull(ObjectNode schema, String type) {
        schema.putArray("type").add(type).add("null");
        if (schema.get("enum") instanceof ArrayNode values) {
            values.addNull();
        }
    }
}
