// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;
import org.jhss.store.table.TableTransaction;

/**
 * How much of the log is kept. Ids only grow, so that the newest rows are those above an id; nothing is ever counted. Thread-safe.
 */
public final class Retention {

    private static final int WRITES_BETWEEN = 256;
    private static final ResourceType LOG = ResourceType.OPERATION_LOG;

    private final int most;
    private final Optional<Duration> longest;
    private final AtomicInteger writes = new AtomicInteger();

    /**
     * @param most newest entries to keep; 0 for all. Up to 256 more may be there
     * @param longest age of the oldest entry to keep
     */
    public Retention(int most, Optional<Duration> longest) {
        this.most = most;
        this.longest = longest;
    }

    /** Everything is kept. */
    public static Retention unlimited() {
        return new Retention(0, Optional.empty());
    }

    /** Now and then, deletes what is too old. */
    void written(TableTransaction transaction, int newest, Instant now) {
        if ((most == 0 && longest.isEmpty()) || writes.incrementAndGet() % WRITES_BETWEEN != 0) {
            return;
        }
        if (most > 0 && newest > most) {
            deleteUpTo(transaction, newest - most);
        }
        longest.map(now::minus)
                .flatMap(limit -> newestBefore(transaction, limit))
                .ifPresent(id -> deleteUpTo(transaction, id));
    }

    private static void deleteUpTo(TableTransaction transaction, int id) {
        transaction.deleteAll(LOG.stored(), List.of(upTo(id)));
        transaction.deleteAll(MemoryTable.TABLE, List.of(upTo(id)));
    }

    private static Optional<Integer> newestBefore(TableTransaction transaction, Instant limit) {
        var selection = new Selection(
                List.of(new Filter(LOG.position("timestamp"), Filter.Comparison.LESS, List.of(limit))),
                List.of(new Selection.Order(LOG.position("timestamp"), true)),
                0,
                1);
        return transaction.select(LOG.stored(), selection).stream()
                .map(row -> row[0])
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .findFirst();
    }

    private static Filter upTo(int id) {
        return new Filter(0, Filter.Comparison.LESS_OR_EQUAL, List.of(id));
    }
}
