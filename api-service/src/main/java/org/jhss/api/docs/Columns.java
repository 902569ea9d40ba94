// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jhss.provisioning.rule.Hint;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What both documents say of a column. */
final class Columns {

    private Columns() {}

    /** Type, range and text; the value {@code null} is the dialect's affair. */
    static ObjectNode schema(Column column) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (column.type()) {
            case INTEGER -> node.put("type", "integer").put("format", "int32");
            case LONG -> node.put("type", "integer").put("format", "int64");
            case BOOLEAN -> node.put("type", "boolean");
            case TIMESTAMP -> node.put("type", "string").put("format", "date-time");
            case STRING, TEXT -> node.put("type", "string");
        }
        node.put("description", description(column));
        column.maxLength().ifPresent(length -> node.put("maxLength", length));
        column.pattern().ifPresent(pattern -> node.put("pattern", whole(pattern)));
        column.minimum().ifPresent(least -> node.put("minimum", least));
        column.maximum().ifPresent(most -> node.put("maximum", most));
        column.valuesHint().ifPresent(hint -> {
            var values = node.putArray("enum");
            hint.values().keySet().forEach(value -> values.add(json(value)));
        });
        column.defaultValue().ifPresent(value -> node.set("default", json(value)));
        return node;
    }

    /** A value of a column as JSON. */
    static JsonNode json(Object value) {
        var json = JsonNodeFactory.instance;
        return switch (value) {
            case Integer number -> json.numberNode(number);
            case Long number -> json.numberNode(number);
            case Boolean bool -> json.booleanNode(bool);
            default -> json.stringNode(value.toString());
        };
    }

    /** JSON Schema searches for a pattern; ours are for the whole text. */
    static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private static String description(Column column) {
        var parts = new ArrayList<String>();
        parts.add(column.description());
        column.unit().ifPresent(unit -> parts.add("Unit: " + unit + "."));
        column.valuesHint().map(Columns::meanings).ifPresent(parts::add);
        if (column.valuesHint().isEmpty()) {
            column.rules().stream()
                    .filter(rule -> rule.hint().minimum().isEmpty())
                    .forEach(rule -> parts.add("Rule " + rule.name() + ": " + rule.requirement() + "."));
        }
        column.reference().map(Columns::reference).ifPresent(parts::add);
        if (column.isUnique()) {
            parts.add("No two objects have the same.");
        }
        if (column.isServingState()) {
            parts.add("Kept up by the network.");
        }
        if (column.isSecret()) {
            parts.add("Secret: answered only if api.enable_insecure_auc is on.");
        }
        if (column.isExtension()) {
            parts.add("jHSS's own; PyHSS does not have it.");
        }
        return String.join(" ", parts);
    }

    private static String meanings(Hint hint) {
        return hint.values().entrySet().stream()
                .map(value -> (value.getKey().equals("") ? "empty" : value.getKey()) + ": " + value.getValue())
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String reference(Reference reference) {
        var of = reference.target().table();
        return switch (reference.strength()) {
            case RESTRICT -> "Refers to " + of + ", which cannot be deleted meanwhile.";
            case CASCADE -> "Refers to " + of + ", and goes with it.";
            case LIST -> "A list of ids of " + of + ".";
        };
    }
}
