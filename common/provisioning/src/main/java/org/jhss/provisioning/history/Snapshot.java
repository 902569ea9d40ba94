// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Values;
import org.jspecify.annotations.Nullable;

/**
 * Values of some columns of one row at one time, secret ones among them: not to be shown.
 */
public final class Snapshot {

    private final ResourceType type;
    private final Map<Integer, @Nullable Object> values;

    Snapshot(ResourceType type, Map<Integer, @Nullable Object> values) {
        this.type = type;
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Of {@code row} what differs from {@code other}, or all of it when there is no other; nothing when it is null itself. */
    static Snapshot of(ResourceType type, @Nullable ResourceRow row, @Nullable ResourceRow other) {
        if (row == null) {
            return new Snapshot(type, Map.of());
        }
        return other == null ? whole(row) : difference(row, other);
    }

    /** All of {@code row} that is not NULL. */
    private static Snapshot whole(ResourceRow row) {
        var values = new TreeMap<Integer, @Nullable Object>();
        for (int i = 0; i < row.values().length; i++) {
            if (row.values()[i] != null) {
                values.put(i, row.values()[i]);
            }
        }
        return new Snapshot(row.type(), values);
    }

    /** Of {@code row} what differs from {@code other}. */
    private static Snapshot difference(ResourceRow row, ResourceRow other) {
        var values = new TreeMap<Integer, @Nullable Object>();
        for (int i = 0; i < row.values().length; i++) {
            if (!Values.equal(row.values()[i], other.values()[i])) {
                values.put(i, row.values()[i]);
            }
        }
        return new Snapshot(row.type(), values);
    }

    Map<Integer, @Nullable Object> values() {
        return values;
    }

    /** Whether the column at that position of a row is kept apart from what may be shown. */
    static boolean isSecret(ResourceType type, int position) {
        return position < type.columns().size()
                ? type.columns().get(position).isSecret()
                : type == ResourceType.AUC
                        && !type.stored().columns().get(position).name().equals("updated_at");
    }

    /** A row of its own: what is not in the snapshot is NULL. */
    public ResourceRow asRow() {
        var row = new ResourceRow(
                type, new @Nullable Object[type.stored().columns().size()]);
        values.forEach((position, value) -> row.values()[position] = value);
        return row;
    }

    /** {@code row} with the values of this in their places. */
    public ResourceRow appliedTo(ResourceRow row) {
        var changed = row.copy();
        values.forEach((position, value) -> changed.values()[position] = value);
        return changed;
    }

    /**
     * The columns in which {@code row} is not as this says: of a partial snapshot only those that it has. What the network writes
     * and when it was written count for nothing.
     *
     * @param whole whether columns that are not in this must be NULL
     */
    public List<String> differences(ResourceRow row, boolean whole) {
        var different = new ArrayList<String>();
        for (var column : type.columns()) {
            boolean compared = (whole || values.containsKey(column.position())) && !isVolatile(column, whole);
            if (compared && !Values.equal(values.get(column.position()), row.get(column))) {
                different.add(column.name());
            }
        }
        return different;
    }

    /** SQN moves with every vector, so that a new row would never be as it was created. */
    private static boolean isVolatile(Column column, boolean whole) {
        return column.isServingState()
                || column.isReadOnly()
                || (whole && column.name().equals("sqn"));
    }

    @Override
    public String toString() {
        return "Snapshot[" + type.table() + "]";
    }
}
