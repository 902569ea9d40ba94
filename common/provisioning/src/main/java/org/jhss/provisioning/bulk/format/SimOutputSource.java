// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SIM vendor's output file as Thales (Gemalto), G+D and Idemia (Oberthur, Morpho) write it: a header of {@code Name: value}
 * lines, a line {@code var_out: IMSI/ICCID/...} that names the columns, then a line for each card. Lines that begin with an asterisk
 * are titles and rules.
 */
final class SimOutputSource implements RecordSource {

    private static final String COLUMNS = "var_out";
    private static final int MAX_HEADER_LINES = 1_000;
    private static final int MAX_LINE = CsvReader.MAX_ROW;

    private final BufferedReader reader;
    private final Map<String, String> header = new HashMap<>();
    private final List<String> names;
    private @Nullable String separator;
    private long line;
    private long number;

    private SimOutputSource(BufferedReader reader) throws IOException {
        this.reader = reader;
        this.names = readHeader();
    }

    /**
     * Reads the header.
     *
     * @throws FormatException when it does not name the columns
     */
    static SimOutputSource open(BufferedReader reader) throws IOException {
        return new SimOutputSource(reader);
    }

    /** Whether a line is the one that names the columns. */
    static boolean namesColumns(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith(COLUMNS);
    }

    private List<String> readHeader() throws IOException {
        for (int i = 0; i < MAX_HEADER_LINES; i++) {
            var text = readLine();
            if (text == null) {
                break;
            }
            if (namesColumns(text)) {
                return columns(text);
            }
            int colon = text.indexOf(':');
            if (!text.startsWith("*") && colon > 0) {
                header.putIfAbsent(
                        text.substring(0, colon)
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .replace(' ', '_'),
                        text.substring(colon + 1).strip());
            }
        }
        throw new FormatException("no line 'var_out:' names the columns of this SIM output file");
    }

    /** The names may go on in the next lines, as long as one ends with a slash or none was there yet. */
    private List<String> columns(String first) throws IOException {
        var text = new StringBuilder(first.substring(Math.max(first.indexOf(':') + 1, 0)));
        while (text.toString().isBlank() || text.toString().stripTrailing().endsWith("/")) {
            var more = readLine();
            if (more == null) {
                break;
            }
            text.append(' ').append(more);
        }
        var found = new ArrayList<String>();
        for (var name : text.toString().split("[/;,\\s]+", -1)) {
            if (!name.isBlank()) {
                found.add(name.strip());
            }
        }
        if (found.isEmpty()) {
            throw new FormatException("line " + line + ": 'var_out:' names no columns");
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (true) {
            var text = readLine();
            if (text == null) {
                return Optional.empty();
            }
            var row = text.strip();
            if (row.isEmpty() || row.startsWith("*")) {
                continue;
            }
            number++;
            if (row.length() > MAX_LINE) {
                return Optional.of(new Entry.Malformed(number, line, "the line is longer than " + MAX_LINE));
            }
            var values = split(row);
            if (values.length != names.size()) {
                return Optional.of(new Entry.Malformed(
                        number, line, "the line has " + values.length + " values, var_out names " + names.size()));
            }
            return Optional.of(new Entry.Raw(number, line, names, values));
        }
    }

    /** The first row tells what stands between values: usually blanks. */
    private String[] split(String row) {
        if (separator == null) {
            separator = "\\s+";
            for (var candidate : List.of("\\s+", "\\s*;\\s*", "\\s*,\\s*", "\\s*/\\s*")) {
                if (row.split(candidate, -1).length == names.size()) {
                    separator = candidate;
                    break;
                }
            }
        }
        return row.split(separator, -1);
    }

    private @Nullable String readLine() throws IOException {
        var text = reader.readLine();
        line += text == null ? 0 : 1;
        return text;
    }

    @Override
    public FileFormat format() {
        return FileFormat.SIM_OUTPUT;
    }

    @Override
    public Map<String, String> common() {
        var batch = header.getOrDefault("batch", "");
        return batch.isEmpty() ? Map.of() : Map.of("batch_name", batch);
    }

    /** The header names the number of a transport key; none, or 0, means that the keys are in plain. */
    @Override
    public boolean keysAreEncrypted() {
        var key = header.getOrDefault("transport_key", "").strip();
        return !key.isEmpty() && !key.chars().allMatch(c -> c == '0') && !key.equalsIgnoreCase("none");
    }

    @Override
    public List<String> notes() {
        var quantity = header.getOrDefault("quantity", "").strip();
        if (quantity.isEmpty() || quantity.equals(Long.toString(number))) {
            return List.of();
        }
        return List.of("the header announces " + quantity + " cards, the file has " + number);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
