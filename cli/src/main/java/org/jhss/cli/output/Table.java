// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts in columns as wide as they need to be. */
public final class Table {

    private static final int GAP = 2;

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column titles. */
    public Table(String... titles) {
        rows.add(List.of(titles));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException when it has not as many cells as there are titles
     */
    public void row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row has as many cells as there are columns");
        }
        rows.add(List.of(cells));
    }

    /** Its lines, the titles first and in bold. */
    public List<String> lines(Console console) {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + GAP);
            }
            var text = line.toString().stripTrailing();
            lines.add(lines.isEmpty() ? console.bold(text) : text);
        }
        return lines;
    }
}
