// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** What a column holds, and as what its values come. */
public enum Kind {
    /** {@link Integer}. */
    INTEGER(Types.INTEGER),
    /** {@link Long}. */
    LONG(Types.BIGINT),
    /** {@link String}. */
    TEXT(Types.VARCHAR),
    /** {@link Boolean}. */
    BOOLEAN(Types.BOOLEAN),
    /** {@link Instant}, microseconds. */
    MOMENT(Types.TIMESTAMP),
    /** {@code byte[]}. */
    OCTETS(Types.VARBINARY);

    private final int sqlType;

    Kind(int sqlType) {
        this.sqlType = sqlType;
    }

    /** The value in column {@code index} of the row that {@code rows} stands at. */
    public @Nullable Object read(ResultSet rows, int index, Timestamps timestamps) throws SQLException {
        return switch (this) {
            case INTEGER -> {
                int value = rows.getInt(index);
                yield rows.wasNull() ? null : value;
            }
            case LONG -> {
                long value = rows.getLong(index);
                yield rows.wasNull() ? null : value;
            }
            case TEXT -> rows.getString(index);
            case BOOLEAN -> {
                boolean value = rows.getBoolean(index);
                yield rows.wasNull() ? null : value;
            }
            case MOMENT -> timestamps.get(rows, index);
            case OCTETS -> rows.getBytes(index);
        };
    }

    /** Binds parameter {@code index}. */
    public void bind(PreparedStatement statement, int index, @Nullable Object value, Timestamps timestamps)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, sqlType);
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case String text -> statement.setString(index, text);
            case Boolean bool -> statement.setBoolean(index, bool);
            case Instant moment -> timestamps.set(statement, index, moment);
            case byte[] octets -> statement.setBytes(index, octets);
            default -> throw new IllegalArgumentException("no value of a column: " + value.getClass());
        }
    }
}
