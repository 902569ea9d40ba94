// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table with a header line, or with columns named by the operator. */
final class CsvSource implements RecordSource {

    private final Reader reader;
    private final CsvReader rows;
    private final FileFormat format;
    private final List<String> names;
    private long number;

    private CsvSource(Reader reader, CsvReader rows, FileFormat format, List<String> names) {
        this.reader = reader;
        this.rows = rows;
        this.format = format;
        this.names = names;
    }

    /**
     * Begins to read.
     *
     * @param columns the columns' names; empty when the first row has them
     * @throws FormatException when there is no usable header
     */
    static CsvSource open(Reader reader, FileFormat format, char separator, List<String> columns) throws IOException {
        var rows = new CsvReader(reader, separator);
        return new CsvSource(reader, rows, format, columns.isEmpty() ? header(rows) : List.copyOf(columns));
    }

    private static List<String> header(CsvReader rows) throws IOException {
        var header = rows.next();
        if (header == null) {
            throw new FormatException("the file is empty");
        }
        if (header.problem() != null) {
            throw new FormatException("line " + rows.rowLine() + ": " + header.problem());
        }
        var names = new ArrayList<String>();
        for (var name : header.fields()) {
            var text = Objects.requireNonNullElse(name, "").strip();
            if (text.isEmpty()) {
                throw new FormatException("line " + rows.rowLine() + ": a column of the header has no name");
            }
            if (text.chars().allMatch(Character::isDigit)) {
                throw new FormatException(
                        "line " + rows.rowLine()
                                + " holds values where the columns' names should be: add a header, or name them with --columns");
            }
            names.add(text);
        }
        return List.copyOf(names);
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
        var fields = row.fields();
        if (fields.length > names.size()) {
            return Optional.of(new Entry.Malformed(
                    number, rows.rowLine(), "the record has " + fields.length + " fields, the header " + names.size()));
        }
        return Optional.of(new Entry.Raw(number, rows.rowLine(), names, padded(fields)));
    }

    /** A short row says nothing of the last columns. */
    private @Nullable String[] padded(@Nullable String[] fields) {
        return fields.length == names.size() ? fields : Arrays.copyOf(fields, names.size());
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
