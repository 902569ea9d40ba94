// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of separated values (RFC 4180): fields in quotes may hold separators, line ends and doubled quotes. A field without quotes
 * that is empty counts as absent, {@code ""} as an empty text. Lines that are empty or begin with {@code #} are passed over.
 */
final class CsvReader {

    /** A longer one is no record of a subscriber: a quote is missing. */
    static final int MAX_ROW = 1 << 16;

    private static final int BUFFER = 1 << 16;
    private static final int END = -1;

    private final Reader reader;
    private final char separator;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder field = new StringBuilder();
    private int position;
    private int limit;
    private long line = 1;
    private long rowLine;

    /** A row, or what is wrong with it. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Row(@Nullable String[] fields, @Nullable String problem) {

        static Row bad(String problem) {
            return new Row(new String[0], problem);
        }
    }

    /**
     * @param separator between fields; a blank stands for any number of blanks and tabs
     */
    CsvReader(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /** The line in which the last row began. */
    long rowLine() {
        return rowLine;
    }

    /** The next row; null at the end. */
    @Nullable
    Row next() throws IOException {
        while (true) {
            int c = peek();
            if (c == END) {
                return null;
            }
            if (c == '#') {
                skipLine();
            } else if (c == '\n' || c == '\r') {
                read();
            } else {
                rowLine = line;
                return row();
            }
        }
    }

    private Row row() throws IOException {
        List<@Nullable String> fields = new ArrayList<>();
        int length = 0;
        while (true) {
            skipBlanks();
            boolean quoted = peek() == '"';
            var problem = quoted ? quoted() : plain();
            if (problem != null) {
                return Row.bad(problem);
            }
            length += field.length();
            fields.add(!quoted && field.isEmpty() ? null : field.toString());
            if (length > MAX_ROW) {
                skipLine();
                return Row.bad("the record is longer than " + MAX_ROW + " characters");
            }
            skipBlanks();
            int c = peek();
            if (c == '\r' || c == '\n' || c == END) {
                endLine();
                dropTrailingBlank(fields);
                return new Row(fields.toArray(String[]::new), null);
            }
            if (separator != ' ') {
                if (c != separator) {
                    skipLine();
                    return Row.bad("text after the closing quote of a field");
                }
                read();
            }
        }
    }

    private void dropTrailingBlank(List<@Nullable String> fields) {
        if (separator == ' ' && fields.size() > 1 && fields.getLast() == null) {
            fields.removeLast();
        }
    }

    private void skipBlanks() throws IOException {
        if (separator == ' ') {
            while (peek() == ' ' || peek() == '\t') {
                read();
            }
        }
    }

    private @Nullable String plain() throws IOException {
        field.setLength(0);
        while (true) {
            int c = peek();
            if (c == separator || c == '\n' || c == '\r' || c == END || (separator == ' ' && c == '\t')) {
                trim();
                return null;
            }
            field.append((char) c);
            read();
            if (field.length() > MAX_ROW) {
                skipLine();
                return "a field is longer than " + MAX_ROW + " characters";
            }
        }
    }

    /** Blanks around a field without quotes are nobody's value. */
    private void trim() {
        int end = field.length();
        while (end > 0 && Character.isWhitespace(field.charAt(end - 1))) {
            end--;
        }
        field.setLength(end);
        int start = 0;
        while (start < end && Character.isWhitespace(field.charAt(start))) {
            start++;
        }
        field.delete(0, start);
    }

    private @Nullable String quoted() throws IOException {
        field.setLength(0);
        read();
        while (true) {
            int c = read();
            if (c == END) {
                return "a quote is not closed";
            }
            if (c == '"') {
                if (peek() != '"') {
                    return null;
                }
                read();
            }
            field.append((char) c);
            if (field.length() > MAX_ROW) {
                skipLine();
                return "a quote is not closed within " + MAX_ROW + " characters";
            }
        }
    }

    private void skipLine() throws IOException {
        while (peek() != '\n' && peek() != END) {
            read();
        }
        endLine();
    }

    private void endLine() throws IOException {
        if (peek() == '\r') {
            read();
        }
        if (peek() == '\n') {
            read();
        }
    }

    private int peek() throws IOException {
        if (position == limit) {
            limit = reader.read(buffer, 0, buffer.length);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return END;
            }
        }
        return buffer[position];
    }

    private int read() throws IOException {
        int c = peek();
        if (c != END) {
            position++;
            line += c == '\n' ? 1 : 0;
        }
        return c;
    }
}
