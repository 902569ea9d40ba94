// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;

/** Reading many rows with few statements. */
public final class RowSets {

    /** Rows that are read at once. */
    public static final int CHUNK = 500;

    private RowSets() {}

    /** The rows with these keys; those that are not there are left away. */
    public static Map<Integer, ResourceRow> byKeys(Objects objects, ResourceType type, Collection<Integer> keys) {
        var all = List.<Object>copyOf(new LinkedHashSet<>(keys));
        Map<Integer, ResourceRow> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            var filter = new Filter(0, Filter.Comparison.IN, all.subList(from, Math.min(from + CHUNK, all.size())));
            objects.list(type, Selection.where(filter)).forEach(row -> found.put(row.key(), row));
        }
        return found;
    }

    /** Gives all rows that meet {@code filters}, by key, to {@code sink}, without holding more than a few hundred. */
    public static void each(Objects objects, ResourceType type, List<Filter> filters, Consumer<ResourceRow> sink) {
        int after = 0;
        while (true) {
            var rows = after(objects, type, filters, after);
            rows.forEach(sink);
            if (rows.size() < CHUNK) {
                return;
            }
            after = rows.getLast().key();
        }
    }

    private static List<ResourceRow> after(Objects objects, ResourceType type, List<Filter> filters, int key) {
        var all = new ArrayList<>(filters);
        all.add(new Filter(0, Filter.Comparison.GREATER, List.of(key)));
        return objects.list(type, new Selection(all, List.of(), 0, CHUNK));
    }
}
