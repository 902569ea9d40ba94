// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a dictionary table into entries: a head line with the indented lines that belong to it. Comments start with '#'. */
final class TableReader {

    /**
     * A head line, split at blanks, and its indented lines.
     *
     * @param where table and line number, for messages
     */
    record Entry(String where, String head, List<String> body) {

        List<String> columns() {
            return List.of(head.split("\\s+", -1));
        }
    }

    private TableReader() {}

    static List<Entry> read(String table) {
        var entries = new ArrayList<Entry>();
        var stream = TableReader.class.getResourceAsStream(table);
        if (stream == null) {
            throw new DictionaryException("dictionary table " + table + " is missing");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            int number = 0;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                var text = withoutComment(line);
                if (text.isBlank()) {
                    continue;
                }
                if (Character.isWhitespace(text.charAt(0))) {
                    entries.getLast().body().add(text.strip());
                } else {
                    entries.add(new Entry(table + ":" + number, text.strip(), new ArrayList<>()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("dictionary table " + table + " cannot be read", e);
        }
        return entries;
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
    }
}
