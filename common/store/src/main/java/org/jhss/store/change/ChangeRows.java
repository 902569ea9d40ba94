// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jhss.store.database.Columns;

/** Reads rows of {@code jhss_change}, and writes the lists of its statements. */
final class ChangeRows {

    static final String SELECT = "SELECT change_id, created, kind, imsi, subject, operation_id, parent, detail, state,"
            + " attempts, next_attempt, spread, superseded_by, finished FROM jhss_change WHERE ";

    private ChangeRows() {}

    static List<Change> read(PreparedStatement select) throws SQLException {
        var found = new ArrayList<Change>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                // A kind or state that a later release wrote is not ours to carry out.
                var kind = kind(rows.getString(3));
                var state = ChangeState.of(rows.getString(9));
                if (kind.isPresent() && state.isPresent()) {
                    found.add(row(rows, kind.get(), state.get()));
                }
            }
        }
        return found;
    }

    static String marks(Collection<?> values) {
        return "(" + "?, ".repeat(values.size() - 1) + "?)";
    }

    private static Change row(ResultSet rows, ChangeKind kind, ChangeState state) throws SQLException {
        return new Change(
                rows.getLong(1),
                Instant.ofEpochMilli(rows.getLong(2)),
                kind,
                Columns.optionalText(rows, 4),
                Columns.optionalInt(rows, 5),
                Columns.optionalText(rows, 6),
                Columns.optionalLong(rows, 7),
                DetailJson.read(rows.getString(8)),
                state,
                rows.getInt(10),
                Instant.ofEpochMilli(rows.getLong(11)),
                rows.getLong(12),
                Columns.optionalLong(rows, 13),
                moment(Columns.optionalLong(rows, 14)));
    }

    private static Optional<ChangeKind> kind(String name) {
        return Arrays.stream(ChangeKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static Optional<Instant> moment(OptionalLong millis) {
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }
}
