// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;

/**
 * Which entries of the log, newest first. What is empty does not matter.
 *
 * @param item key of the row that was changed
 * @param actor who changed it
 * @param since not before this
 * @param until before this
 * @param offset entries to skip
 * @param limit most entries; 0 for all
 */
public record HistoryQuery(
        Optional<ResourceType> type,
        Optional<Integer> item,
        Optional<String> actor,
        Optional<Instant> since,
        Optional<Instant> until,
        int offset,
        int limit) {

    Selection selection() {
        List<Filter> filters = new ArrayList<>();
        type.ifPresent(t -> filters.add(Filter.equal(MemoryTable.TABLE_NAME, t.table())));
        item.ifPresent(key -> filters.add(Filter.equal(MemoryTable.ITEM_ID, key)));
        actor.ifPresent(who -> filters.add(Filter.equal(MemoryTable.ACTOR, who)));
        since.ifPresent(at ->
                filters.add(new Filter(MemoryTable.MADE_AT, Filter.Comparison.GREATER_OR_EQUAL, List.of(micros(at)))));
        until.ifPresent(
                at -> filters.add(new Filter(MemoryTable.MADE_AT, Filter.Comparison.LESS, List.of(micros(at)))));
        return new Selection(filters, List.of(new Selection.Order(0, true)), offset, limit);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
