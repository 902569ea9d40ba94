// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Nullable columns without nulls, and back. */
public final class Columns {

    private Columns() {}

    public static OptionalInt optionalInt(ResultSet rows, int index) throws SQLException {
        int value = rows.getInt(index);
        return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    public static OptionalLong optionalLong(ResultSet rows, int index) throws SQLException {
        long value = rows.getLong(index);
        return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The text of a column; empty for NULL and "". */
    public static Optional<String> optionalText(ResultSet rows, int index) throws SQLException {
        var value = rows.getString(index);
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** The text of a column; "" for NULL. */
    public static String text(ResultSet rows, int index) throws SQLException {
        var value = rows.getString(index);
        return value == null ? "" : value;
    }

    public static boolean bool(ResultSet rows, int index, boolean whenNull) throws SQLException {
        boolean value = rows.getBoolean(index);
        return rows.wasNull() ? whenNull : value;
    }

    public static Optional<Boolean> optionalBool(ResultSet rows, int index) throws SQLException {
        boolean value = rows.getBoolean(index);
        return rows.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** Binds {@code text}, or NULL for "". */
    public static void setText(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        statement.setString(index, orNull(text));
    }

    /** {@code text}, or null for "". */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    public static void setInt(PreparedStatement statement, int index, OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            statement.setInt(index, value.getAsInt());
        } else {
            statement.setNull(index, Types.INTEGER);
        }
    }
}
