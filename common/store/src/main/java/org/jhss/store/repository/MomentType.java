// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** Moments in rows, in the form that {@link Timestamps} gives them on each database. */
final class MomentType implements UserType<Instant> {

    private final DatabaseType type;
    private final Timestamps timestamps;

    MomentType(DatabaseType type) {
        this.type = type;
        this.timestamps = new Timestamps(type);
    }

    @Override
    public int getSqlType() {
        return type == DatabaseType.SQLITE ? Types.VARCHAR : Types.TIMESTAMP;
    }

    @Override
    public Class<Instant> returnedClass() {
        return Instant.class;
    }

    @Override
    public @Nullable Instant nullSafeGet(ResultSet rows, int position, WrapperOptions options) throws SQLException {
        return timestamps.get(rows, position);
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, @Nullable Instant value, int position, WrapperOptions options)
            throws SQLException {
        timestamps.set(statement, position, value);
    }

    @Override
    public @Nullable Instant deepCopy(@Nullable Instant value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }
}
