// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON list of objects, of which one at a time is in memory. */
final class JsonListSource implements RecordSource {

    /** After an object of the list comes the next. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonParser parser;
    private long number;

    private JsonListSource(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Begins to read.
     *
     * @throws FormatException when it is no list
     */
    static JsonListSource open(Reader reader) throws IOException {
        var parser = MAPPER.createParser(reader);
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new FormatException("the file is not a JSON list");
            }
        } catch (JacksonException _) {
            throw new FormatException("the file is not JSON");
        }
        return new JsonListSource(parser);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        try {
            var token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            number++;
            long line = parser.currentTokenLocation().getLineNr();
            return Optional.of(
                    MAPPER.readTree(parser) instanceof ObjectNode object
                            ? JsonRecords.record(number, line, object)
                            : new Entry.Malformed(number, line, "not a JSON object"));
        } catch (JacksonException e) {
            // What follows a breach of JSON's syntax cannot be told.
            throw new FormatException("line " + e.getLocation().getLineNr() + ": not JSON");
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.JSON;
    }

    @Override
    public void close() {
        parser.close();
    }
}
