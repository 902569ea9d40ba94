// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, with the one that extends it joined to it where there is one. A row of it is an array of as many values as there are
 * columns, in their order; the first is the key, an {@link Integer}. Columns of the extension are null where it has no row.
 * Immutable.
 */
public final class Table {

    private final String name;
    private final @Nullable String extension;
    private final List<TableColumn> columns;
    private final int ownColumns;
    private final Map<String, Integer> positions = new HashMap<>();

    private final boolean numbering;

    private Table(String name, @Nullable String extension, boolean numbering, List<TableColumn> columns) {
        this.name = name;
        this.numbering = numbering;
        this.extension = extension;
        this.columns = List.copyOf(columns);
        this.ownColumns =
                (int) columns.stream().filter(column -> !column.extension()).count();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).extension() != i >= ownColumns) {
                throw new IllegalArgumentException(name + ": columns of the extension come last");
            }
            positions.put(columns.get(i).name(), i);
        }
    }

    /** A table whose first column is its key. */
    public static Table of(String name, List<TableColumn> columns) {
        return new Table(name, null, true, columns);
    }

    /** A table whose first column is its key, which every new row brings along. */
    public static Table unnumbered(String name, List<TableColumn> columns) {
        return new Table(name, null, false, columns);
    }

    /** A table that {@code extension} adds columns to, by the same key. */
    public static Table extended(String name, String extension, List<TableColumn> columns) {
        return new Table(name, extension, true, columns);
    }

    public String name() {
        return name;
    }

    /** The table with the columns that PyHSS lacks. */
    public Optional<String> extension() {
        return Optional.ofNullable(extension);
    }

    /** Whether the database gives keys to rows that have none. */
    public boolean isNumbering() {
        return numbering;
    }

    public List<TableColumn> columns() {
        return columns;
    }

    /** How many of {@link #columns} are the table's own; the rest are the extension's. */
    public int ownColumns() {
        return ownColumns;
    }

    /** The name of the primary key. */
    public String key() {
        return columns.getFirst().name();
    }

    /** Where {@code column} is in a row; -1 when there is none of that name. */
    public int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    @Override
    public String toString() {
        return name;
    }
}
