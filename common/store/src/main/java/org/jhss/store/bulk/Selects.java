// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jhss.store.database.Timestamps;
import org.jhss.store.table.Table;
import org.jhss.store.table.TableColumn;
import org.jspecify.annotations.Nullable;

/** Reading whole rows, extensions included. */
final class Selects {

    private Selects() {}

    /** The table as {@code t}, joined with its extension as {@code e}. */
    static String of(Table table) {
        return "SELECT " + columns(table, "t", "e") + " FROM " + from(table, "t", "e");
    }

    static String columns(Table table, String own, String extension) {
        return table.columns().stream()
                .map(column -> (column.extension() ? extension : own) + "." + column.name())
                .collect(Collectors.joining(", "));
    }

    static String from(Table table, String own, String extension) {
        return table.name() + " " + own + join(table, own, extension);
    }

    static String join(Table table, String own, String extension) {
        return table.extension()
                .map(name -> " LEFT JOIN " + name + " " + extension + " ON " + extension + "." + table.key() + " = "
                        + own + "." + table.key())
                .orElse("");
    }

    /** The row whose columns begin at {@code first} of a result. */
    static @Nullable Object[] row(ResultSet rows, List<TableColumn> columns, int first, Timestamps timestamps)
            throws SQLException {
        var row = new @Nullable Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = columns.get(i).kind().read(rows, first + i, timestamps);
        }
        return row;
    }
}
