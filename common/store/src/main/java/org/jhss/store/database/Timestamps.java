// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Moments as PyHSS keeps them: UTC without zone; on SQLite as text {@code YYYY-MM-DD HH:MM:SS.ffffff}, elsewhere as a timestamp
 * without time zone. Drivers' own conversions are avoided: SQLite's stores milliseconds as a number, others use the JVM's zone.
 */
public final class Timestamps {

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private static final int TEXT_LENGTH = 26;
    private static final int NANOS_PER_MICRO = 1_000;

    private final DatabaseType type;

    public Timestamps(DatabaseType type) {
        this.type = type;
    }

    /** Binds {@code moment}, or NULL, cut to microseconds. */
    public void set(PreparedStatement statement, int index, @Nullable Instant moment) throws SQLException {
        statement.setObject(index, value(moment));
    }

    /** {@code moment}, cut to microseconds, as the driver takes it for such a column. */
    public @Nullable Object value(@Nullable Instant moment) {
        if (moment == null) {
            return null;
        }
        return type == DatabaseType.SQLITE ? toText(moment) : LocalDateTime.ofInstant(micros(moment), ZoneOffset.UTC);
    }

    /** The moment in a column, or null for NULL and for text that is no timestamp (PyHSS checks none on SQLite). */
    public @Nullable Instant get(ResultSet rows, int index) throws SQLException {
        if (type == DatabaseType.SQLITE) {
            var text = rows.getString(index);
            return text == null ? null : fromText(text);
        }
        var local = rows.getObject(index, LocalDateTime.class);
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }

    /** {@code moment} as {@code YYYY-MM-DD HH:MM:SS.ffffff}, UTC. */
    public static String toText(Instant moment) {
        var time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        var text = new char[TEXT_LENGTH];
        digits(text, 0, 4, time.getYear());
        text[4] = '-';
        digits(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, time.getDayOfMonth());
        text[10] = ' ';
        digits(text, 11, 2, time.getHour());
        text[13] = ':';
        digits(text, 14, 2, time.getMinute());
        text[16] = ':';
        digits(text, 17, 2, time.getSecond());
        text[19] = '.';
        digits(text, 20, 6, time.getNano() / NANOS_PER_MICRO);
        return new String(text);
    }

    /** {@code moment} as PyHSS's API writes {@code last_modified}: {@code YYYY-MM-DDTHH:MM:SSZ}. */
    public static String toLastModified(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The moment that {@code text} spells, with or without fraction; null when it spells none. */
    public static @Nullable Instant fromText(String text) {
        try {
            return LocalDateTime.parse(text.replace('T', ' '), READ).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@code moment} cut to what every column can hold. */
    public static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static void digits(char[] text, int offset, int count, int value) {
        int rest = value;
        for (int i = offset + count - 1; i >= offset; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
