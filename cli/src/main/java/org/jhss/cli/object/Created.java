// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jhss.cli.output.Console;
import org.jhss.cli.place.Answer;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells what was added: a line each, or JSON: the row, or an object with the rows when there are several. */
final class Created {

    private final Console console;
    private final ShowOptions show;
    private final Map<ResourceType, Answer.Done> rows = new LinkedHashMap<>();

    Created(Console console, ShowOptions show) {
        this.console = console;
        this.show = show;
    }

    void add(ResourceType type, Answer.Done done) {
        rows.put(type, done);
    }

    void print() {
        if (!show.json()) {
            rows.forEach((type, done) -> console.println("added " + ResourceName.of(type) + " "
                    + Finder.key(type, done.row()) + " (operation " + done.operationId() + ")"));
            return;
        }
        var printer = show.printer(console);
        var all = JsonNodeFactory.instance.objectNode();
        rows.forEach((type, done) -> all.set(type.table(), printer.shown(type, done.row(), type.columns())));
        printer.print(rows.size() == 1 ? all.iterator().next() : all);
    }
}
