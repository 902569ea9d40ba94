// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Instant;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.database.Timestamps;
import org.jhss.store.table.TableTransaction;
import org.jspecify.annotations.Nullable;

/** Writes the log within the transaction of the change. Thread-safe. */
public final class HistoryWriter {

    private static final ResourceType LOG = ResourceType.OPERATION_LOG;

    /**
     * What is to be remembered of one row.
     *
     * @param before null for a row that is new
     * @param after null for a row that is gone
     */
    public record Entry(
            @Nullable ResourceRow before, @Nullable ResourceRow after, String operationId, Instant at, Actor actor) {

        Operation operation() {
            if (before == null) {
                return Operation.INSERT;
            }
            return after == null ? Operation.DELETE : Operation.UPDATE;
        }

        ResourceRow row() {
            var row = after == null ? before : after;
            if (row == null) {
                throw new IllegalStateException("neither before nor after");
            }
            return row;
        }
    }

    /** Writes {@code entry}. */
    public void write(TableTransaction transaction, Entry entry) {
        var row = new @Nullable Object[LOG.stored().columns().size()];
        row[LOG.position("item_id")] = entry.row().key();
        row[LOG.position("operation_id")] = entry.operationId();
        row[LOG.position("operation")] = entry.operation().name();
        row[LOG.position("changes")] = ChangeText.of(entry.before(), entry.after());
        row[LOG.position("last_modified")] = Timestamps.toLastModified(entry.at());
        row[LOG.position("timestamp")] = Timestamps.micros(entry.at());
        row[LOG.position("table_name")] = entry.row().type().table();
        transaction.insert(LOG.stored(), row);
    }
}
