// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jhss.store.database.DatabaseType;

/** The statements for one table on one kind of database. */
final class TableSql {

    private static final int MOST_KEPT_UPDATES = 32;

    final String byKey;
    final String lockByKey;
    final String insert;
    final String insertWithKey;
    final String insertedKey;
    final String advanceKey;
    final String delete;
    /** Sets all columns of the extension's row, whether there is one or not; the key is the first value. */
    final String upsertExtension;

    private final Table table;
    private final DatabaseType type;
    private final String select;
    private final Map<String, String> byColumn = new HashMap<>();
    private final Set<String> keptUpdates = ConcurrentHashMap.newKeySet();

    TableSql(Table table, DatabaseType type) {
        this.table = table;
        this.type = type;
        this.select = select();
        var key = quote(table.key());
        this.byKey = select + " WHERE t." + key + " = ?";
        this.lockByKey = byKey + lock();
        this.insert = insert(1);
        this.insertWithKey = insert(0);
        this.insertedKey = switch (type) {
            case SQLITE -> "SELECT last_insert_rowid()";
            case MYSQL -> "SELECT LAST_INSERT_ID()";
            // The key comes back from the INSERT itself.
            case POSTGRESQL -> "";
        };
        var sequence = "pg_get_serial_sequence('" + table.name() + "', '" + table.key() + "')";
        this.advanceKey = "SELECT setval(" + sequence + ", ?) WHERE ? > COALESCE(pg_sequence_last_value(" + sequence
                + "::regclass), 0)";
        this.delete = "DELETE FROM " + table.name() + " WHERE " + key + " = ?";
        this.upsertExtension = upsertExtension();
        for (var column : table.columns()) {
            byColumn.put(column.name(), select + " WHERE " + qualified(column) + " = ? ORDER BY t." + key);
        }
    }

    /** The rows with a value in {@code column}, by key. */
    String byColumn(int column) {
        return byColumn.getOrDefault(table.columns().get(column).name(), "");
    }

    String update(boolean[] changed) {
        var key = quote(table.key());
        return "UPDATE " + table.name() + " SET "
                + IntStream.range(1, table.ownColumns())
                        .filter(i -> changed[i])
                        .mapToObj(i -> quote(table.columns().get(i).name()) + " = ?")
                        .collect(Collectors.joining(", "))
                + " WHERE " + key + " = ?";
    }

    /** Whether an update stays prepared: clients change the same few columns again and again, but might change any. */
    boolean isKept(String update) {
        return keptUpdates.contains(update) || (keptUpdates.size() < MOST_KEPT_UPDATES && keptUpdates.add(update));
    }

    private String upsertExtension() {
        if (table.extension().isEmpty()) {
            return "";
        }
        var key = quote(table.key());
        var names = table.columns().stream()
                .filter(TableColumn::extension)
                .map(column -> quote(column.name()))
                .toList();
        var onConflict = type == DatabaseType.MYSQL
                ? " ON DUPLICATE KEY UPDATE "
                        + names.stream().map(n -> n + " = VALUES(" + n + ")").collect(Collectors.joining(", "))
                : " ON CONFLICT (" + key + ") DO UPDATE SET "
                        + names.stream().map(n -> n + " = excluded." + n).collect(Collectors.joining(", "));
        return "INSERT INTO " + table.extension().orElseThrow() + " (" + key + ", " + String.join(", ", names)
                + ") VALUES (" + marks(names.size() + 1) + ")" + onConflict;
    }

    String select(Selection selection) {
        var sql = new StringBuilder(select);
        where(selection, sql);
        sql.append(" ORDER BY ");
        for (var order : selection.order()) {
            sql.append(qualified(table.columns().get(order.column()))).append(order.descending() ? " DESC, " : ", ");
        }
        sql.append("t.").append(quote(table.key()));
        if (selection.limit() > 0 || selection.offset() > 0) {
            sql.append(" LIMIT ")
                    .append(selection.limit() > 0 ? selection.limit() : Integer.MAX_VALUE)
                    .append(" OFFSET ")
                    .append(selection.offset());
        }
        return sql.toString();
    }

    String count(Selection selection) {
        var sql = new StringBuilder("SELECT COUNT(*)").append(from());
        where(selection, sql);
        return sql.toString();
    }

    /** Of tables without an extension. */
    String delete(Selection selection) {
        var sql = new StringBuilder("DELETE FROM ").append(table.name());
        var separator = " WHERE ";
        for (var filter : selection.filters()) {
            sql.append(separator).append(condition(quote(column(filter).name()), filter));
            separator = " AND ";
        }
        return sql.toString();
    }

    private TableColumn column(Filter filter) {
        return table.columns().get(filter.column());
    }

    /** What is bound for a value of {@code filter}. */
    Object bound(Filter filter, Object value) {
        return switch (filter.comparison()) {
            case PREFIX ->
                type == DatabaseType.SQLITE
                        ? value.toString().replaceAll("[\\[*?]", "[$0]") + "*"
                        : escaped(value) + "%";
            case CONTAINS -> "%" + escaped(value).toLowerCase(Locale.ROOT) + "%";
            case LISTS -> "%," + escaped(value) + ",%";
            default -> value;
        };
    }

    private void where(Selection selection, StringBuilder sql) {
        var separator = " WHERE ";
        for (var filter : selection.filters()) {
            sql.append(separator).append(condition(qualified(column(filter)), filter));
            separator = " AND ";
        }
    }

    private String condition(String column, Filter filter) {
        return switch (filter.comparison()) {
            case EQUAL -> column + " = ?";
            case NOT_EQUAL -> column + " <> ?";
            case LESS -> column + " < ?";
            case LESS_OR_EQUAL -> column + " <= ?";
            case GREATER -> column + " > ?";
            case GREATER_OR_EQUAL -> column + " >= ?";
            // SQLite's LIKE ignores case and so cannot use an index.
            case PREFIX -> column + (type == DatabaseType.SQLITE ? " GLOB ?" : " LIKE ? ESCAPE '!'");
            case CONTAINS -> "LOWER(" + column + ") LIKE ? ESCAPE '!'";
            case LISTS -> listed(column) + " LIKE ? ESCAPE '!'";
            case IN -> column + " IN (" + marks(filter.values().size()) + ")";
            case IS_NULL -> column + " IS NULL";
            case NOT_NULL -> column + " IS NOT NULL";
        };
    }

    private String listed(String column) {
        var bare = "REPLACE(" + column + ", ' ', '')";
        return type == DatabaseType.MYSQL ? "CONCAT(',', " + bare + ", ',')" : "(',' || " + bare + " || ',')";
    }

    private static String escaped(Object value) {
        return value.toString().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private String select() {
        return table.columns().stream().map(this::qualified).collect(Collectors.joining(", ", "SELECT ", "")) + from();
    }

    private String from() {
        var key = quote(table.key());
        return " FROM " + table.name() + " t"
                + table.extension()
                        .map(extension -> " LEFT JOIN " + extension + " x ON x." + key + " = t." + key)
                        .orElse("");
    }

    private String insert(int from) {
        var names = table.columns().subList(from, table.ownColumns()).stream()
                .map(column -> quote(column.name()))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table.name() + " (" + names + ") VALUES (" + marks(table.ownColumns() - from) + ")"
                + (type == DatabaseType.POSTGRESQL ? " RETURNING " + quote(table.key()) : "");
    }

    private String lock() {
        return switch (type) {
            // BEGIN has taken the lock on the whole database.
            case SQLITE -> "";
            case POSTGRESQL -> " FOR UPDATE OF t";
            case MYSQL -> " FOR UPDATE";
        };
    }

    private String qualified(TableColumn column) {
        return (column.extension() ? "x." : "t.") + quote(column.name());
    }

    /** Column "key" of subscriber_attributes is a word of SQL's own. */
    private String quote(String name) {
        if (!name.equals("key")) {
            return name;
        }
        return type == DatabaseType.MYSQL ? "`key`" : "\"key\"";
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
