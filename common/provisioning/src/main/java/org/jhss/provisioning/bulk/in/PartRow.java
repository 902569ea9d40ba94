// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.List;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.rule.Rule;
import org.jspecify.annotations.Nullable;

/** One part of a record: the row to store, and which of its columns the record gives. Shows no values. */
final class PartRow implements Rule.Context {

    private final Part part;
    private final @Nullable Object[] values;
    private final boolean[] given;

    PartRow(Part part) {
        this.part = part;
        this.values = new @Nullable Object[part.table().columns().size()];
        this.given = new boolean[values.length];
    }

    Part part() {
        return part;
    }

    /** The row, as the part's table orders it; the record's own. */
    @Nullable
    Object[] values() {
        return values;
    }

    /** Whether the record gives the column; else its value is a default. */
    boolean gives(int position) {
        return given[position];
    }

    void give(int position, @Nullable Object value) {
        values[position] = value;
        given[position] = true;
    }

    void complete(int position, @Nullable Object value) {
        values[position] = value;
    }

    @Override
    public @Nullable Object get(String column) {
        return values[part.type().position(column)];
    }

    /** The text in a column, "" for none. */
    String text(String column) {
        return get(column) instanceof String text ? text : "";
    }

    /** Columns that a new row needs and this one lacks; the number of a subscriber's keys comes later. */
    List<String> missing() {
        List<String> missing = List.of();
        for (var column : part.type().columns()) {
            if (values[column.position()] == null
                    && column.isRequired()
                    && !column.name().equals("auc_id")) {
                missing = missing.isEmpty() ? new ArrayList<>() : missing;
                missing.add(column.name());
            }
        }
        return missing;
    }

    @Override
    public String toString() {
        return part + "[redacted]";
    }
}
