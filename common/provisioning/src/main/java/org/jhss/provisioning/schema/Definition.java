// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import java.util.ArrayList;
import java.util.List;
import org.jhss.store.table.Kind;
import org.jhss.store.table.Table;
import org.jhss.store.table.TableColumn;

/**
 * One object: its columns, and the table with what is kept beside them but never shown.
 *
 * @param unique columns that together are unique, beyond those that are by themselves
 */
record Definition(Table table, List<Column> columns, List<String> unique) {

    /** When jHSS's own columns of the row were last changed. */
    static final String UPDATED_AT = "updated_at";

    static Definition of(String table, ColumnBuilder... columns) {
        return define(table, "", List.of(), List.of(), columns);
    }

    static Definition unique(String table, List<String> unique, ColumnBuilder... columns) {
        return define(table, "", List.of(), unique, columns);
    }

    static Definition extended(String table, String extension, List<TableColumn> hidden, ColumnBuilder... columns) {
        var all = new ArrayList<>(hidden);
        all.add(new TableColumn(UPDATED_AT, Kind.MOMENT, true));
        return define(table, extension, all, List.of(), columns);
    }

    private static Definition define(
            String table, String extension, List<TableColumn> hidden, List<String> unique, ColumnBuilder... builders) {
        var columns = new ArrayList<Column>();
        var stored = new ArrayList<TableColumn>();
        for (var builder : builders) {
            var column = new Column(builder, columns.size());
            columns.add(column);
            stored.add(new TableColumn(column.name(), column.type().kind(), column.isExtension()));
        }
        stored.addAll(hidden);
        return new Definition(
                extension.isEmpty() ? Table.of(table, stored) : Table.extended(table, extension, stored),
                List.copyOf(columns),
                unique);
    }
}
