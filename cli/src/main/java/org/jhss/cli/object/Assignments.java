// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jhss.cli.output.Console;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads {@code column=value}. The value {@code null} is none; {@code -} is asked for on the terminal without echo, or read as the next
 * line of standard input; {@code @FILE} is what the file holds; {@code @@} begins a value that begins with one {@code @}.
 */
final class Assignments {

    private static final String NONE = "null";
    private static final String ASK = "-";
    private static final String FILE = "@";
    private static final String ESCAPED = "@@";

    private Assignments() {}

    /**
     * The columns with their values, as text or null.
     *
     * @throws IllegalArgumentException when a text is no assignment or a column comes twice
     * @throws IOException when a file or standard input cannot be read
     */
    static Map<String, JsonNode> read(List<String> texts, Console console) throws IOException {
        var values = new LinkedHashMap<String, JsonNode>();
        for (var text : texts) {
            int at = text.indexOf('=');
            if (at < 1) {
                // A secret may stand there alone, so it is not repeated.
                throw new IllegalArgumentException("expected column=value, such as imsi=001010000000001");
            }
            var column = text.substring(0, at);
            if (values.containsKey(column)) {
                throw new IllegalArgumentException(column + " is given twice");
            }
            values.put(column, value(column, text.substring(at + 1), console));
        }
        return values;
    }

    /** As {@link #read}, as one JSON object. */
    static ObjectNode object(List<String> texts, Console console) throws IOException {
        var object = JsonNodeFactory.instance.objectNode();
        read(texts, console).forEach(object::set);
        return object;
    }

    private static JsonNode value(String column, String text, Console console) throws IOException {
        if (text.equals(NONE)) {
            return NullNode.getInstance();
        }
        if (text.equals(ASK)) {
            return StringNode.valueOf(console.askSecret(column));
        }
        if (text.startsWith(ESCAPED)) {
            return StringNode.valueOf(text.substring(1));
        }
        return StringNode.valueOf(
                text.startsWith(FILE) && text.length() > 1
                        ? Files.readString(Path.of(text.substring(1))).stripTrailing()
                        : text);
    }
}
