// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import java.util.Arrays;
import java.util.List;

/** How wide the columns of a table are. */
final class Widths {

    /** Blanks between columns. */
    static final int GAP = 2;

    private static final int SHORTEST_TITLE = 6;

    /** IMSIs stay whole. */
    private static final int SHORTEST_VALUE = 15;

    private final int[] titles;
    private final int[] values;

    /** Widths for {@code rows}, of which the first holds the titles. */
    Widths(List<List<String>> rows) {
        titles = new int[rows.getFirst().size()];
        values = new int[titles.length];
        for (int i = 0; i < titles.length; i++) {
            titles[i] = rows.getFirst().get(i).length();
            for (var row : rows.subList(1, rows.size())) {
                values[i] = Math.max(values[i], row.get(i).length());
            }
        }
    }

    /** As wide as needed, or as {@code room} allows; 0 is any room. Columns beyond the array's end are left out. */
    int[] within(int room) {
        var widths = new int[titles.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(titles[i], values[i]);
        }
        if (room <= 0) {
            return widths;
        }
        for (int i = widths.length - 1; i >= 0 && total(widths) > room; i--) {
            int least = Math.max(values[i], Math.min(titles[i], SHORTEST_TITLE));
            widths[i] = Math.max(least, widths[i] - (total(widths) - room));
        }
        while (total(widths) > room && narrowWidest(widths)) {
            // Each step makes the widest column narrower by one.
        }
        while (widths.length > 1 && total(widths) > room) {
            widths = Arrays.copyOf(widths, widths.length - 1);
        }
        return widths;
    }

    private static boolean narrowWidest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        if (widths[widest] <= SHORTEST_VALUE) {
            return false;
        }
        widths[widest]--;
        return true;
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + GAP * (widths.length - 1);
    }
}
