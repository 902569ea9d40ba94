// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts in columns as wide as they need to be; on a terminal, as wide as there is room. */
public final class Table {

    private static final String CUT = "~";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column titles. */
    public Table(String... titles) {
        rows.add(List.of(titles));
    }

    /** A table with these column titles. */
    public Table(List<String> titles) {
        rows.add(List.copyOf(titles));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException when it has not as many cells as there are titles
     */
    public void row(String... cells) {
        row(List.of(cells));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException when it has not as many cells as there are titles
     */
    public void row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row has as many cells as there are columns");
        }
        rows.add(List.copyOf(cells));
    }

    /**
     * Its lines, the titles first and in bold. Where the terminal is too narrow, long titles are cut, then long values, and columns at
     * the right are left out.
     */
    public List<String> lines(Console console) {
        var widths = new Widths(rows).within(console.width());
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                var cell = cut(row.get(i), widths[i]);
                line.append(cell).repeat(' ', widths[i] - cell.length() + Widths.GAP);
            }
            var text = line.toString().stripTrailing();
            lines.add(lines.isEmpty() ? console.bold(text) : text);
        }
        return lines;
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - CUT.length()) + CUT;
    }
}
