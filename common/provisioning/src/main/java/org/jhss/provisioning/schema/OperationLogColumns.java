// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.moment;
import static org.jhss.provisioning.schema.ColumnBuilder.string;
import static org.jhss.provisioning.schema.ColumnBuilder.text;

/** {@code operation_log}: what provisioning changed. PyHSS's columns of references, always NULL, are left away as PyHSS does. */
final class OperationLogColumns {

    static final Definition DEFINITION = Definition.of(
            "operation_log",
            key("id"),
            integer("item_id").notNull().example(1).says("Key of the row that was changed."),
            string("operation_id", 36)
                    .notNull()
                    .example("0b4f5a3e-7c2d-4e8a-9c1b-2f6d8e7a5b3c")
                    .says("What the caller called the operation; rows of one operation share it."),
            string("operation", 10).example("UPDATE").says("INSERT, UPDATE or DELETE."),
            text("changes")
                    .example("enabled: [bool] True ----> [bool] False")
                    .says("Column by column, old and new value; secrets are starred out."),
            lastModified(),
            moment("timestamp", "When."),
            string("table_name", 255).example("subscriber").says("The object, by its table."));

    private OperationLogColumns() {}
}
