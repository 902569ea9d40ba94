// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.List;
import org.jhss.cli.output.Console;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/** Prints rows as one JSON array, a row a line, as they come. */
final class JsonSink implements Pages.Sink {

    private final Console console;
    private final RowPrinter printer;
    private final ResourceType type;
    private final List<Column> columns;
    private String pending = "[";

    JsonSink(Console console, RowPrinter printer, ResourceType type, List<Column> columns) {
        this.console = console;
        this.printer = printer;
        this.type = type;
        this.columns = columns;
    }

    @Override
    public void rows(List<ObjectNode> rows) {
        for (var row : rows) {
            console.println(pending.equals("[") ? pending : pending + ",");
            pending = printer.shown(type, row, columns).toString();
        }
    }

    @Override
    public void end(long shown, long total) {
        console.println(pending + (shown == 0 ? "]" : ""));
        if (shown > 0) {
            console.println("]");
        }
    }
}
