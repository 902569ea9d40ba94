// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a database takes new rows fastest. */
sealed interface RowInserter permits PostgresInserter, SqliteInserter, MysqlInserter {

    /**
     * Inserts rows and gives a key to those that have none.
     *
     * @param keysNeeded whether the keys given must be found in the rows afterwards
     */
    void insert(TablePart part, List<@Nullable Object[]> rows, boolean keysNeeded) throws SQLException;
}
