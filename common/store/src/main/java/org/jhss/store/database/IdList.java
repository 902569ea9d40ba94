// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PyHSS's comma lists of ids, read as PyHSS's clients write them: blanks are allowed, what is no number is skipped. */
public final class IdList {

    private IdList() {}

    /** The ids in {@code text}, in order; empty for null. */
    public static List<Integer> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        var ids = new ArrayList<Integer>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            int id = number(text, start, end);
            if (id >= 0) {
                ids.add(id);
            }
            start = end + 1;
        }
        return List.copyOf(ids);
    }

    private static int number(String text, int start, int end) {
        long value = -1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = Math.max(value, 0) * 10 + (c - '0');
            } else if (!Character.isWhitespace(c)) {
                return -1;
            }
            if (value > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return (int) value;
    }
}
