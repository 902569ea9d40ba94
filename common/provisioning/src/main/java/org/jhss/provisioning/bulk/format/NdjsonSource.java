// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object in each line. */
final class NdjsonSource implements RecordSource {

    private static final ObjectMapper MAPPER = JsonMapper.shared();
    private static final int MAX_LINE = 1 << 20;

    private final BufferedReader reader;
    private long line;
    private long number;

    NdjsonSource(BufferedReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (true) {
            var text = reader.readLine();
            if (text == null) {
                return Optional.empty();
            }
            line++;
            if (!text.isBlank()) {
                number++;
                return Optional.of(entry(text));
            }
        }
    }

    private Entry entry(String text) {
        if (text.length() > MAX_LINE) {
            return new Entry.Malformed(number, line, "the line is longer than " + MAX_LINE + " characters");
        }
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object
                    ? JsonRecords.record(number, line, object)
                    : new Entry.Malformed(number, line, "not a JSON object");
        } catch (JacksonException _) {
            // Its message may quote the line.
            return new Entry.Malformed(number, line, "not JSON");
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.NDJSON;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
