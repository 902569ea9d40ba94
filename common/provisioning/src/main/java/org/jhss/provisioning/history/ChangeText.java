// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.store.table.Values;
import org.jspecify.annotations.Nullable;

/**
 * {@code operation_log.changes} as PyHSS writes it: {@code column: [type] old ----> [type] new}, types and values as Python shows
 * them, entries parted by an empty line. Unlike PyHSS's, values of secret columns are starred out.
 */
final class ChangeText {

    static final String BETWEEN_ENTRIES = "\r\n\r\n";
    static final String ARROW = " ----> ";
    static final String REDACTED = "***";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private ChangeText() {}

    /** What became of the row; of a changed one only the columns that differ. */
    static String of(@Nullable ResourceRow before, @Nullable ResourceRow after) {
        var any = before == null ? after : before;
        if (any == null) {
            return "";
        }
        var text = new StringJoiner(BETWEEN_ENTRIES);
        for (var column : any.type().columns()) {
            var old = before == null ? null : before.get(column);
            var fresh = after == null ? null : after.get(column);
            if (isTold(column, before, after, old, fresh)) {
                text.add(column.name() + ": " + shown(column, old) + ARROW + shown(column, fresh));
            }
        }
        return text.toString();
    }

    private static boolean isTold(
            Column column,
            @Nullable ResourceRow before,
            @Nullable ResourceRow after,
            @Nullable Object old,
            @Nullable Object fresh) {
        boolean differs = !Values.equal(old, fresh);
        return differs || (!column.isExtension() && (before == null || after == null));
    }

    private static String shown(Column column, @Nullable Object value) {
        var type = switch (value) {
            case null -> "NoneType";
            case Integer _, Long _ -> "int";
            case Boolean _ -> "bool";
            case Instant _ -> "datetime";
            default -> "str";
        };
        return "[" + type + "] " + (column.isSecret() && value != null ? REDACTED : python(value));
    }

    private static String python(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean bool -> bool ? "True" : "False";
            case Instant moment ->
                (moment.equals(moment.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROS)
                        .format(moment.atOffset(ZoneOffset.UTC));
            default -> value.toString();
        };
    }
}
