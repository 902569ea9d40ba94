// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import org.jhss.provisioning.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One row of an object. Shows no values in {@link #toString}, since they may be keys.
 *
 * @param values as {@link ResourceType#stored} orders them; not to be changed by others than its maker
 */
@SuppressWarnings("ArrayRecordComponent") // Rows are made per read and compared by version, never by equals.
public record ResourceRow(ResourceType type, @Nullable Object[] values) implements Rule.Context {

    /** The value of that column. */
    @Override
    public @Nullable Object get(String column) {
        return values[type.position(column)];
    }

    /** The value of that column. */
    public @Nullable Object get(Column column) {
        return values[column.position()];
    }

    /** The primary key, once stored. */
    public int key() {
        return values[0] instanceof Integer key ? key : 0;
    }

    /** A row to change without changing this one. */
    public ResourceRow copy() {
        return new ResourceRow(type, values.clone());
    }

    @Override
    public String toString() {
        return type.table() + "[" + values[0] + "]";
    }
}
