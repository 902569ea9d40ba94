// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.List;
import java.util.Locale;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Table;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows rows: as JSON or as a table. Secret columns are starred out unless they are asked for. */
final class RowPrinter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String HIDDEN = "***";
    private static final String NOTHING = "-";

    private final Console console;
    private final boolean json;
    private final boolean secrets;

    RowPrinter(Console console, boolean json, boolean secrets) {
        this.console = console;
        this.json = json;
        this.secrets = secrets;
    }

    /** The columns of {@code row} in their order, secrets starred out. */
    ObjectNode shown(ResourceType type, ObjectNode row, List<Column> columns) {
        var shown = JsonNodeFactory.instance.objectNode();
        for (var column : columns) {
            // The REST interface leaves them away unless it is told to show them.
            if (column.isSecret() && !(secrets && row.has(column.name()))) {
                shown.put(column.name(), HIDDEN);
            } else {
                shown.set(column.name(), row.path(column.name()).isMissingNode() ? null : row.get(column.name()));
            }
        }
        return shown;
    }

    /** One row, a line for each column that has a value. */
    void one(ResourceType type, ObjectNode row, List<Column> columns, boolean empty) {
        var shown = shown(type, row, columns);
        if (json) {
            print(shown);
            return;
        }
        int widest = columns.stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (var column : columns) {
            var value = shown.get(column.name());
            if (empty || !isNothing(value)) {
                console.println(console.bold(column.name())
                        + " ".repeat(widest - column.name().length() + 2)
                        + cell(value)
                        + console.faint(column.unit()
                                .filter(_ -> !isNothing(value))
                                .map(unit -> " " + unit)
                                .orElse("")));
            }
        }
    }

    /** Many rows. */
    void table(ResourceType type, List<ObjectNode> rows, List<Column> columns) {
        var table = new Table(columns.stream()
                .map(column -> column.name().toUpperCase(Locale.ROOT))
                .toList());
        for (var row : rows) {
            var shown = shown(type, row, columns);
            table.row(columns.stream()
                    .map(column -> cell(shown.get(column.name())))
                    .toList());
        }
        table.lines(console).forEach(console::println);
    }

    /** Any JSON. */
    void print(JsonNode node) {
        console.println(JSON.writeValueAsString(node));
    }

    static boolean isNothing(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isString() && value.stringValue().isEmpty());
    }

    static String cell(JsonNode value) {
        if (isNothing(value)) {
            return NOTHING;
        }
        var text = value.isValueNode() ? value.asString() : value.toString();
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
