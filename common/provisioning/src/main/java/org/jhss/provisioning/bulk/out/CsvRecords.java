// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.out;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.format.Entry;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a header. What a part does not have, or what is NULL where that is the default, is an empty field; another NULL is
 * {@code \N}, an empty text {@code ""}.
 */
final class CsvRecords implements RecordWriter {

    private final Writer out;
    private final Map<Integer, String> apns;
    private final List<ExportedColumn> columns;

    CsvRecords(Writer out, Map<Integer, String> apns, boolean secrets) {
        this.out = out;
        this.apns = apns;
        this.columns = ExportedColumn.all(secrets);
    }

    @Override
    public void begin() throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            out.write(i > 0 ? "," : "");
            out.write(columns.get(i).name());
        }
        out.write("\n");
    }

    @Override
    public void write(Map<Part, @Nullable Object[]> parts) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var column = columns.get(i);
            var row = parts.get(column.part());
            if (row != null) {
                var value = column.value(row, apns);
                if (value != null) {
                    field(value.toString());
                } else if (column.column().defaultValue().isPresent()) {
                    out.write(Entry.NULL);
                }
            }
        }
        out.write('\n');
    }

    private void field(String text) throws IOException {
        if (!needsQuotes(text)) {
            out.write(text);
            return;
        }
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                out.write('"');
            }
            out.write(c);
        }
        out.write('"');
    }

    private static boolean needsQuotes(String text) {
        if (text.isEmpty()
                || text.charAt(0) == '#'
                || Character.isWhitespace(text.charAt(0))
                || Character.isWhitespace(text.charAt(text.length() - 1))) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ',', '"', '\n', '\r' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
