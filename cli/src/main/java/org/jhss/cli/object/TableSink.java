// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.List;
import org.jhss.cli.output.Console;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/** Prints rows as a table; a long one in parts, each with the titles. */
final class TableSink implements Pages.Sink {

    private final Console console;
    private final RowPrinter printer;
    private final ResourceType type;
    private final List<Column> columns;

    TableSink(Console console, RowPrinter printer, ResourceType type, List<Column> columns) {
        this.console = console;
        this.printer = printer;
        this.type = type;
        this.columns = columns;
    }

    @Override
    public void rows(List<ObjectNode> rows) {
        if (!rows.isEmpty()) {
            printer.table(type, rows, columns);
        }
    }

    @Override
    public void end(long shown, long total) {
        if (shown == 0) {
            console.println("none");
        } else if (shown < total) {
            console.note(shown + " of " + total + " shown; --limit 0 shows all");
        }
    }
}
