// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * srsRAN's {@code user_db.csv}: name, algorithm ({@code mil} or {@code xor}), IMSI, K, {@code op} or {@code opc}, its value, AMF, SQN in
 * hexadecimal, QCI, address; older releases have no algorithm or no SQN.
 */
final class SrsranSource implements RecordSource {

    private static final List<String> NAMES = List.of("imsi", "ki", "opc", "op", "amf", "sqn", "algorithm");
    private static final int HEXADECIMAL = 16;
    private static final int IMSI_DIGITS_LEAST = 6;

    private final Reader reader;
    private final CsvReader rows;
    private long number;

    SrsranSource(Reader reader) {
        this.reader = reader;
        this.rows = new CsvReader(reader, ',');
    }

    /** Whether the fields of a line look like it. */
    static boolean looksLike(List<String> fields) {
        int kind = kindOf(fields);
        return kind >= 3 && isDigits(fields.get(kind - 2));
    }

    private static int kindOf(List<String> fields) {
        for (int i = 3; i < Math.min(fields.size() - 1, 6); i++) {
            var field = fields.get(i).strip().toLowerCase(Locale.ROOT);
            if (field.equals("op") || field.equals("opc")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigits(String text) {
        return text.length() >= IMSI_DIGITS_LEAST && text.chars().allMatch(Character::isDigit);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        var row = rows.next();
        if (row == null) {
            return Optional.empty();
        }
        number++;
        if (row.problem() != null) {
            return Optional.of(new Entry.Malformed(number, rows.rowLine(), row.problem()));
        }
        return Optional.of(entry(Arrays.stream(row.fields())
                .map(field -> Objects.requireNonNullElse(field, ""))
                .toList()));
    }

    private Entry entry(List<String> fields) {
        int kind = kindOf(fields);
        if (kind < 3) {
            return new Entry.Malformed(number, rows.rowLine(), "no field is 'op' or 'opc'");
        }
        boolean opc = fields.get(kind).strip().equalsIgnoreCase("opc");
        boolean xor = fields.subList(0, kind - 2).stream().anyMatch(field -> field.equalsIgnoreCase("xor"));
        var value = fields.get(kind + 1);
        var values = new @Nullable String[] {
            fields.get(kind - 2),
            fields.get(kind - 1),
            opc ? value : null,
            opc ? null : value,
            at(fields, kind + 2),
            sqn(fields, kind + 3),
            xor ? "xor" : null
        };
        return new Entry.Raw(number, rows.rowLine(), NAMES, values);
    }

    private static @Nullable String at(List<String> fields, int index) {
        return index < fields.size() && !fields.get(index).isEmpty() ? fields.get(index) : null;
    }

    /** Twelve hexadecimal digits; a shorter field is the QCI of a release without SQN. */
    private static @Nullable String sqn(List<String> fields, int index) {
        var text = at(fields, index);
        if (text == null || text.length() != 12) {
            return null;
        }
        try {
            return Long.toString(Long.parseLong(text, HEXADECIMAL));
        } catch (NumberFormatException _) {
            return text;
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.SRSRAN;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
