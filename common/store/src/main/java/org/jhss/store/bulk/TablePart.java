// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jhss.store.database.Timestamps;
import org.jhss.store.table.Table;
import org.jhss.store.table.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * What of a {@link Table} is one table in SQL: its own columns, or the key and those of its extension.
 *
 * @param name in SQL
 * @param columns the key first
 * @param positions where the columns' values are in a row of the whole
 */
@SuppressWarnings("ArrayRecordComponent") // Made once per table and never compared.
record TablePart(String name, List<TableColumn> columns, int[] positions) {

    static TablePart own(Table table) {
        return of(table, table.name(), 0, table.ownColumns());
    }

    /** Only for a table that has one. */
    static TablePart extension(Table table) {
        return of(
                table,
                table.extension().orElseThrow(),
                table.ownColumns(),
                table.columns().size());
    }

    private static TablePart of(Table table, String name, int from, int to) {
        var columns = new ArrayList<TableColumn>();
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < to; i++) {
            if (i == 0 || i >= from) {
                columns.add(table.columns().get(i));
                positions.add(i);
            }
        }
        return new TablePart(
                name,
                List.copyOf(columns),
                positions.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Names of the columns from {@code from} on. */
    String names(int from) {
        return columns.stream().skip(from).map(TableColumn::name).collect(Collectors.joining(", "));
    }

    String insert(int from) {
        return "INSERT INTO " + name + " (" + names(from) + ") VALUES (" + "?, ".repeat(columns.size() - from - 1)
                + "?)";
    }

    String update() {
        return "UPDATE " + name + " SET "
                + columns.stream().skip(1).map(column -> column.name() + " = ?").collect(Collectors.joining(", "))
                + " WHERE " + columns.getFirst().name() + " = ?";
    }

    /** Binds the values of the columns from {@code from} on; gives the next parameter's index. */
    int bind(PreparedStatement statement, @Nullable Object[] row, int from, Timestamps timestamps) throws SQLException {
        int index = 1;
        for (int i = from; i < positions.length; i++) {
            columns.get(i).kind().bind(statement, index++, row[positions[i]], timestamps);
        }
        return index;
    }

    /** Whether a row has a value beside the key. */
    boolean isFilled(@Nullable Object[] row) {
        for (int i = 1; i < positions.length; i++) {
            if (row[positions[i]] != null) {
                return true;
            }
        }
        return false;
    }
}
