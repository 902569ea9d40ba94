// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a list of type allocation codes: lines of {@code tac,name,model}, further columns ignored; fields with commas, quotes or line
 * breaks in double quotes (RFC 4180). Lines that do not start with a code of 6 or 8 digits, such as headings, are passed over. Of
 * two lines for one code the later counts.
 */
final class TacFile {

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader input;
    private int next;

    private TacFile(Reader input) throws IOException {
        this.input = input;
        this.next = input.read();
        if (next == BYTE_ORDER_MARK) {
            advance();
        }
    }

    static Map<String, TacDatabase.DeviceType> read(Path file) throws IOException {
        // Not Files.newBufferedReader, which gives the whole file up for one octet that is no UTF-8.
        try (var reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            var types = new HashMap<String, TacDatabase.DeviceType>();
            var lines = new TacFile(reader);
            while (lines.next != END) {
                var fields = lines.line();
                var tac = fields.getFirst();
                if (isCode(tac)) {
                    types.put(tac, new TacDatabase.DeviceType(tac, field(fields, 1), field(fields, 2)));
                }
            }
            return Map.copyOf(types);
        }
    }

    private static boolean isCode(String text) {
        return (text.length() == TacDatabase.SHORT_PREFIX || text.length() == TacDatabase.LONG_PREFIX)
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() && !fields.get(index).isEmpty() ? fields.get(index) : TacDatabase.UNKNOWN;
    }

    private List<String> line() throws IOException {
        var fields = new ArrayList<String>();
        fields.add(next == '"' ? quoted() : plain());
        while (next == ',') {
            advance();
            fields.add(next == '"' ? quoted() : plain());
        }
        if (next == '\r') {
            advance();
        }
        if (next == '\n') {
            advance();
        }
        return fields;
    }

    private String plain() throws IOException {
        var text = new StringBuilder();
        while (next != END && next != ',' && next != '\n' && next != '\r') {
            text.append((char) next);
            advance();
        }
        return text.toString().strip();
    }

    private String quoted() throws IOException {
        var text = new StringBuilder();
        advance();
        while (next != END) {
            int current = next;
            advance();
            if (current == '"') {
                if (next != '"') {
                    break;
                }
                advance();
            }
            text.append((char) current);
        }
        plain();
        return text.toString().strip();
    }

    private void advance() throws IOException {
        next = input.read();
    }
}
