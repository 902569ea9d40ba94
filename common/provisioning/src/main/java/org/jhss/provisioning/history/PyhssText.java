// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ColumnType;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a row that PyHSS has logged, if it can mean one thing only: values may hold what PyHSS parts entries and columns
 * with.
 */
final class PyhssText {

    private static final String NULL = "NoneType";

    /** Before and after. */
    record Both(Snapshot before, Snapshot after) {}

    /** A value, or that it cannot be read. */
    private record Read(boolean clear, @Nullable Object value) {
        static final Read UNCLEAR = new Read(false, null);
    }

    private PyhssText() {}

    /** What {@code text} says; empty when it is not clear. */
    static Optional<Both> parse(ResourceType type, String text) {
        var before = new TreeMap<Integer, @Nullable Object>();
        var after = new TreeMap<Integer, @Nullable Object>();
        for (var entry : text.split(ChangeText.BETWEEN_ENTRIES, -1)) {
            if (!parse(type, entry, before, after)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Both(new Snapshot(type, before), new Snapshot(type, after)));
    }

    private static boolean parse(
            ResourceType type,
            String entry,
            Map<Integer, @Nullable Object> before,
            Map<Integer, @Nullable Object> after) {
        int colon = entry.indexOf(": ");
        int arrow = entry.indexOf(ChangeText.ARROW);
        if (colon < 0 || arrow < colon || entry.indexOf(ChangeText.ARROW, arrow + 1) >= 0) {
            return false;
        }
        var column = type.column(entry.substring(0, colon));
        if (column.isEmpty() || before.containsKey(column.get().position())) {
            return false;
        }
        var old = value(column.get(), entry.substring(colon + 2, arrow));
        var fresh = value(column.get(), entry.substring(arrow + ChangeText.ARROW.length()));
        before.put(column.get().position(), old.value());
        after.put(column.get().position(), fresh.value());
        return old.clear() && fresh.clear();
    }

    private static Read value(Column column, String text) {
        int end = text.indexOf("] ");
        if (!text.startsWith("[") || end < 0) {
            return Read.UNCLEAR;
        }
        var type = text.substring(1, end);
        var value = text.substring(end + 2);
        if (type.equals(NULL)) {
            return value.equals("None") ? new Read(true, null) : Read.UNCLEAR;
        }
        if (column.isSecret() && value.equals(ChangeText.REDACTED)) {
            return Read.UNCLEAR;
        }
        return switch (column.type()) {
            case INTEGER, LONG -> number(column.type(), value);
            case BOOLEAN ->
                switch (value) {
                    case "True", "1" -> new Read(true, true);
                    case "False", "0" -> new Read(true, false);
                    default -> Read.UNCLEAR;
                };
            case TIMESTAMP -> {
                var moment = Timestamps.fromText(value);
                yield new Read(moment != null, moment);
            }
            case STRING, TEXT -> new Read(type.equals("str"), value);
        };
    }

    private static Read number(ColumnType type, String value) {
        try {
            return type == ColumnType.LONG
                    ? new Read(true, Long.parseLong(value))
                    : new Read(true, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            return Read.UNCLEAR;
        }
    }
}
