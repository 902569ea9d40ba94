// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries of the operation log by operation, as PyHSS lists them. */
public final class OperationGroups {

    private static final int FETCH = 500;
    private static final String OPERATIONS = "SELECT operation_id FROM operation_log";
    private static final String OF_TABLE = " WHERE table_name = ?";
    private static final String NEWEST_FIRST = " ORDER BY timestamp DESC, id DESC";
    private static final String FIRST_ROW = "SELECT MIN(id) FROM operation_log WHERE operation_id = ?";
    private static final String AND_OF_TABLE = " AND table_name = ?";

    private OperationGroups() {}

    /**
     * The key of the first row of each operation, the operation with the newest row first. Reads no more of the log than is needed to
     * find them, by its index on the time.
     *
     * @param table of which table; empty for all
     * @param skip operations to leave out
     * @param most operations to give; 0 for all
     */
    public static List<Integer> firstRows(TableTransaction transaction, Optional<String> table, int skip, int most) {
        return transaction.attempt("listing operations", () -> {
            var plain = transaction.connection().plain();
            List<Integer> keys = new ArrayList<>();
            var newest = OPERATIONS + (table.isPresent() ? OF_TABLE : "") + NEWEST_FIRST;
            var first = FIRST_ROW + (table.isPresent() ? AND_OF_TABLE : "");
            try (var select = plain.prepareStatement(newest);
                    var min = plain.prepareStatement(first)) {
                select.setFetchSize(FETCH);
                if (table.isPresent()) {
                    select.setString(1, table.get());
                    min.setString(2, table.get());
                }
                for (var operation : operations(select, skip, most)) {
                    min.setString(1, operation);
                    try (var rows = min.executeQuery()) {
                        rows.next();
                        keys.add(rows.getInt(1));
                    }
                }
            }
            return keys;
        });
    }

    private static List<String> operations(PreparedStatement select, int skip, int most) throws SQLException {
        long wanted = most == 0 ? Long.MAX_VALUE : (long) skip + most;
        Set<String> found = new LinkedHashSet<>();
        try (var rows = select.executeQuery()) {
            while (found.size() < wanted && rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found.stream().skip(skip).toList();
    }
}
