// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.List;
import java.util.stream.Collectors;
import org.jhss.store.database.DatabaseType;

/** "Insert, or update the row with that key", as each database says it. */
final class Upserts {

    private Upserts() {}

    /** The statement for {@code table}; parameters are the keys, then the values. */
    static String sql(DatabaseType type, String table, List<String> keys, List<String> values) {
        var insert = "INSERT INTO " + table + " (" + String.join(", ", keys) + ", " + String.join(", ", values)
                + ") VALUES " + InList.marks(keys.size() + values.size());
        return type == DatabaseType.MYSQL
                ? insert + " ON DUPLICATE KEY UPDATE "
                        + values.stream().map(v -> v + " = VALUES(" + v + ")").collect(Collectors.joining(", "))
                : insert + " ON CONFLICT (" + String.join(", ", keys) + ") DO UPDATE SET "
                        + values.stream().map(v -> v + " = excluded." + v).collect(Collectors.joining(", "));
    }
}
