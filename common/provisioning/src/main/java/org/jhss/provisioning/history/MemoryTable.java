// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.util.List;
import org.jhss.store.table.Kind;
import org.jhss.store.table.Table;
import org.jhss.store.table.TableColumn;

/** {@code jhss_operation}: what stands beside a row of the operation log. */
final class MemoryTable {

    static final Table TABLE = Table.unnumbered(
            "jhss_operation",
            List.of(
                    new TableColumn("log_id", Kind.INTEGER, false),
                    new TableColumn("operation_id", Kind.TEXT, false),
                    new TableColumn("table_name", Kind.TEXT, false),
                    new TableColumn("item_id", Kind.INTEGER, false),
                    new TableColumn("operation", Kind.TEXT, false),
                    new TableColumn("actor", Kind.TEXT, false),
                    new TableColumn("request_id", Kind.TEXT, false),
                    new TableColumn("made_at", Kind.LONG, false),
                    new TableColumn("before_row", Kind.TEXT, false),
                    new TableColumn("after_row", Kind.TEXT, false),
                    new TableColumn("key_id", Kind.TEXT, false),
                    new TableColumn("secrets", Kind.OCTETS, false),
                    new TableColumn("cascade_of", Kind.INTEGER, false),
                    new TableColumn("undoes", Kind.TEXT, false),
                    new TableColumn("undone_by", Kind.TEXT, false)));

    static final int OPERATION_ID = TABLE.position("operation_id");
    static final int TABLE_NAME = TABLE.position("table_name");
    static final int ITEM_ID = TABLE.position("item_id");
    static final int OPERATION = TABLE.position("operation");
    static final int ACTOR = TABLE.position("actor");
    static final int REQUEST_ID = TABLE.position("request_id");
    static final int MADE_AT = TABLE.position("made_at");
    static final int BEFORE = TABLE.position("before_row");
    static final int AFTER = TABLE.position("after_row");
    static final int KEY_ID = TABLE.position("key_id");
    static final int SECRETS = TABLE.position("secrets");
    static final int CASCADE_OF = TABLE.position("cascade_of");
    static final int UNDOES = TABLE.position("undoes");
    static final int UNDONE_BY = TABLE.position("undone_by");

    private MemoryTable() {}
}
