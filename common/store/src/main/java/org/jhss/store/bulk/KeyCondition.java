// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jhss.store.database.DatabaseType;

/** How a database is asked for the rows of many keys in statements of few texts, which are kept prepared. */
sealed interface KeyCondition {

    /** That of a kind of database. */
    static KeyCondition of(DatabaseType type) {
        return type == DatabaseType.POSTGRESQL ? new Arrays() : new Lists();
    }

    /** The keys for each statement; none when there are none. */
    <T> List<List<T>> pieces(Collection<T> keys);

    /** What follows the column's name, for that many keys. */
    String text(int count);

    /** Binds the keys, texts or integers, as all parameters of the statement. */
    void bind(PreparedStatement statement, List<?> keys) throws SQLException;

    /** One array, of any length. */
    record Arrays() implements KeyCondition {

        @Override
        public <T> List<List<T>> pieces(Collection<T> keys) {
            return keys.isEmpty() ? List.of() : List.of(List.copyOf(keys));
        }

        @Override
        public String text(int count) {
            return " = ANY (?)";
        }

        @Override
        public void bind(PreparedStatement statement, List<?> keys) throws SQLException {
            var type = keys.getFirst() instanceof Integer ? "int4" : "varchar";
            statement.setArray(1, statement.getConnection().createArrayOf(type, keys.toArray()));
        }
    }

    /** Lists of two lengths. */
    record Lists() implements KeyCondition {

        private static final int KEYS = 256;

        @Override
        public <T> List<List<T>> pieces(Collection<T> keys) {
            var all = new ArrayList<T>(keys);
            var pieces = new ArrayList<List<T>>();
            for (int start = 0; start < all.size(); start += KEYS) {
                var piece = new ArrayList<>(all.subList(start, Math.min(start + KEYS, all.size())));
                while (piece.size() != 1 && piece.size() != KEYS) {
                    piece.add(piece.getLast());
                }
                pieces.add(piece);
            }
            return pieces;
        }

        @Override
        public String text(int count) {
            return " IN (" + "?, ".repeat(count - 1) + "?)";
        }

        @Override
        public void bind(PreparedStatement statement, List<?> keys) throws SQLException {
            for (int i = 0; i < keys.size(); i++) {
                statement.setObject(i + 1, keys.get(i));
            }
        }
    }
}
