// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.StoreException;
import org.jhss.store.table.Table;
import org.jspecify.annotations.Nullable;

/** Reads any number of rows of one moment, few at a time. Methods throw {@link StoreException}s. One thread. */
public final class SnapshotReader implements AutoCloseable {

    private static final int FETCH = 1_000;

    private final Database database;
    private final Connection connection;
    private final int isolation;

    private SnapshotReader(Database database, Connection connection, int isolation) {
        this.database = database;
        this.connection = connection;
        this.isolation = isolation;
    }

    /**
     * A table of a query, with its extension.
     *
     * @param alias what conditions call it; the extension is called so with an {@code x} behind
     * @param on how it is joined to those before, whose rows stay without it; "" for the first
     */
    public record Joined(Table table, String alias, String on) {}

    /**
     * A condition.
     *
     * @param sql with a question mark for each value; "" for none
     */
    public record Condition(String sql, List<Object> values) {

        public Condition {
            values = List.copyOf(values);
        }
    }

    /** Begins at the present moment, or that of the first read. */
    public static SnapshotReader open(Database database) {
        try {
            var connection = database.readers().getConnection();
            int isolation = connection.getTransactionIsolation();
            if (database.type() != DatabaseType.SQLITE) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            return new SnapshotReader(database, connection, isolation);
        } catch (SQLException e) {
            throw database.translate("reading", e);
        }
    }

    /** Hands on the rows of a query, ordered by the key of the first table: one for each table, null where it has none. */
    public void read(List<Joined> tables, Condition condition, Consumer<List<@Nullable Object @Nullable []>> taker) {
        try (var select = connection.prepareStatement(sql(tables, condition))) {
            select.setFetchSize(FETCH);
            for (int i = 0; i < condition.values().size(); i++) {
                select.setObject(i + 1, condition.values().get(i));
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var found = new ArrayList<@Nullable Object @Nullable []>(tables.size());
                    int first = 1;
                    for (var joined : tables) {
                        var columns = joined.table().columns();
                        var row = Selects.row(rows, columns, first, database.timestamps());
                        found.add(row[0] == null ? null : row);
                        first += columns.size();
                    }
                    taker.accept(found);
                }
            }
        } catch (SQLException e) {
            throw database.translate("reading", e);
        }
    }

    private static String sql(List<Joined> tables, Condition condition) {
        var first = tables.getFirst();
        var from = new StringBuilder(Selects.from(first.table(), first.alias(), extension(first)));
        for (var joined : tables.subList(1, tables.size())) {
            from.append(" LEFT JOIN ")
                    .append(joined.table().name())
                    .append(' ')
                    .append(joined.alias())
                    .append(" ON ")
                    .append(joined.on())
                    .append(Selects.join(joined.table(), joined.alias(), extension(joined)));
        }
        return "SELECT "
                + tables.stream()
                        .map(joined -> Selects.columns(joined.table(), joined.alias(), extension(joined)))
                        .collect(Collectors.joining(", "))
                + " FROM " + from
                + (condition.sql().isEmpty() ? "" : " WHERE " + condition.sql())
                + " ORDER BY " + first.alias() + "." + first.table().key();
    }

    private static String extension(Joined joined) {
        return joined.alias() + "x";
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            if (database.type() != DatabaseType.SQLITE) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            throw database.translate("ending to read", e);
        }
    }
}
