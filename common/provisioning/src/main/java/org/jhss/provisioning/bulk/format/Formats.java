// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens a file of subscribers as what it is. */
public final class Formats {

    private static final int SAMPLE = 1 << 16;
    private static final int BOM_LENGTH = 3;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String SEPARATORS = ",;\t|";

    private Formats() {}

    /**
     * Begins to read.
     *
     * @param input the file, UTF-8; closed with the source
     * @param forced the format; empty to tell it from the content
     * @param columns the names of a table's columns, when it has no header
     * @throws FormatException when the file is not of a known format
     */
    public static RecordSource open(InputStream input, Optional<FileFormat> forced, List<String> columns)
            throws IOException {
        var stream = new BufferedInputStream(input, SAMPLE);
        stream.mark(SAMPLE);
        var sample = stream.readNBytes(SAMPLE - 1);
        stream.reset();
        int bom = sample.length >= BOM_LENGTH && Arrays.equals(BOM, 0, BOM_LENGTH, sample, 0, BOM_LENGTH)
                ? BOM_LENGTH
                : 0;
        stream.skipNBytes(bom);
        var text = new String(sample, bom, sample.length - bom, StandardCharsets.UTF_8);
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), SAMPLE);
        return switch (forced.orElseGet(() -> detect(text, columns))) {
            case CSV -> CsvSource.open(reader, FileFormat.CSV, separator(text), columns);
            case NDJSON -> new NdjsonSource(reader);
            case JSON -> JsonListSource.open(reader);
            case SIM_OUTPUT -> SimOutputSource.open(reader);
            case SRSRAN -> new SrsranSource(reader);
            case OPEN5GS_DBCTL -> new DbctlSource(reader);
        };
    }

    private static FileFormat detect(String text, List<String> columns) {
        var start = text.stripLeading();
        if (start.startsWith("[")) {
            return FileFormat.JSON;
        }
        if (start.startsWith("{")) {
            return FileFormat.NDJSON;
        }
        if (text.lines().anyMatch(SimOutputSource::namesColumns)
                || start.toUpperCase(Locale.ROOT).startsWith("*HEADER")) {
            return FileFormat.SIM_OUTPUT;
        }
        if (text.contains("open5gs-dbctl") && text.lines().anyMatch(DbctlSource::isAdd)) {
            return FileFormat.OPEN5GS_DBCTL;
        }
        var first = firstRow(text);
        return columns.isEmpty() && SrsranSource.looksLike(List.of(first.split(",", -1)))
                ? FileFormat.SRSRAN
                : FileFormat.CSV;
    }

    private static String firstRow(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
    }

    /** The one that the first row has most of, outside quotes; blanks when it has none. */
    private static char separator(String text) {
        var row = firstRow(text);
        char best = ',';
        long most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            long count = count(row, SEPARATORS.charAt(i));
            if (count > most) {
                best = SEPARATORS.charAt(i);
                most = count;
            }
        }
        return most == 0 && row.strip().indexOf(' ') > 0 ? ' ' : best;
    }

    private static long count(String row, char separator) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            if (row.charAt(i) == '"') {
                quoted = !quoted;
            } else if (row.charAt(i) == separator && !quoted) {
                count++;
            }
        }
        return count;
    }
}
