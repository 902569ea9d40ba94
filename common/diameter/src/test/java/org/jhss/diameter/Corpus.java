// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Messages seen on the wire, from {@code golden.txt}. */
public final class Corpus {

    /**
     * One message.
     *
     * @param name what it is
     * @param direction request, answer, or answer-deviating when a known deviation from the specifications is in it
     */
    public record Entry(String name, String direction, String hex) {

        /** The message. */
        public byte[] octets() {
            return HexFormat.of().parseHex(hex);
        }

        @Override
        public String toString() {
            return name + " " + direction;
        }
    }

    private Corpus() {}

    public static List<Entry> entries() {
        var stream = Objects.requireNonNull(Corpus.class.getResourceAsStream("golden.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(parts -> new Entry(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
