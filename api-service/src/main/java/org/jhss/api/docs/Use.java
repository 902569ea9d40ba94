// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.List;
import org.jhss.api.route.Schema;
import org.jhss.provisioning.schema.Column;

/** What a shape is used for: the same row has other keys and musts when it is created, changed and answered. */
enum Use {
    ANSWER(""),
    CREATE("_create"),
    CHANGE("_change");

    private final String suffix;

    Use(String suffix) {
        this.suffix = suffix;
    }

    /** What the name of the model ends with. */
    String suffix() {
        return suffix;
    }

    /** What a body of that shape is sent for. */
    static Use ofBody(Schema schema) {
        return schema instanceof Schema.Row row && row.partial() ? CHANGE : CREATE;
    }

    /** The columns that a row has. */
    List<Column> columns(Schema.Row row, boolean secrets) {
        var all = row.form() == Schema.Form.FULL
                ? row.resource().columns()
                : row.resource().compatibleColumns();
        return all.stream()
                .filter(column -> this == ANSWER ? secrets || !column.isSecret() : !column.isReadOnly())
                .toList();
    }

    /** Whether the key is always there. */
    boolean requires(Column column) {
        return switch (this) {
            case ANSWER -> true;
            case CREATE -> column.isRequired();
            case CHANGE -> false;
        };
    }
}
