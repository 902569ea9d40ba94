// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jhss.identity.Imsi;

/** The statement that adds a change. */
final class ChangeInsert {

    static final String SQL = "INSERT INTO jhss_change"
            + " (created, kind, imsi, subject, operation_id, parent, detail, token, state, next_attempt)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '" + ChangeState.PENDING.label() + "', ?)";

    private ChangeInsert() {}

    static void bind(PreparedStatement insert, NewChange change, Origin origin) throws SQLException {
        long created = origin.at().toEpochMilli();
        insert.setLong(1, created);
        insert.setString(2, change.kind().name());
        insert.setString(3, change.imsi().map(Imsi::value).orElse(null));
        setInt(insert, 4, change.subject());
        insert.setString(5, origin.operationId().orElse(null));
        setLong(insert, 6, change.parent());
        insert.setString(7, DetailJson.write(change.detail()));
        setLong(insert, 8, change.token());
        insert.setLong(9, created + change.delayMillis());
    }

    private static void setInt(PreparedStatement statement, int index, OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(index, value.getAsInt());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }

    private static void setLong(PreparedStatement statement, int index, OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(index, value.getAsLong());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }
}
