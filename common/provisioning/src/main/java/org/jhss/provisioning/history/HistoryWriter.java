// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.database.Timestamps;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.table.TableTransaction;
import org.jspecify.annotations.Nullable;

/** Writes the log within the transaction of the change: PyHSS's row, and beside it what a rollback needs. Thread-safe. */
public final class HistoryWriter {

    private static final ResourceType LOG = ResourceType.OPERATION_LOG;
    private static final int LONGEST_ACTOR = 255;
    private static final int LONGEST_REQUEST_ID = 64;

    private final Secrets secrets;
    private final Retention retention;

    public HistoryWriter(KeyVault vault, Retention retention) {
        this.secrets = new Secrets(vault);
        this.retention = retention;
    }

    /**
     * One operation: what its rows have in common.
     *
     * @param undoes the operation that this one takes back
     */
    public record Context(String operationId, Instant at, Actor actor, Optional<String> undoes) {}

    /** A new row; says the id of the log's. */
    public int created(TableTransaction transaction, ResourceRow row, Context context) {
        return write(transaction, Operation.INSERT, null, row, context, null);
    }

    /** A changed row; says the id of the log's. */
    public int changed(TableTransaction transaction, ResourceRow before, ResourceRow after, Context context) {
        return write(transaction, Operation.UPDATE, before, after, context, null);
    }

    /** A row that is gone; says the id of the log's. */
    public int deleted(TableTransaction transaction, ResourceRow row, Context context) {
        return write(transaction, Operation.DELETE, row, null, context, null);
    }

    /** A row that has gone with the one whose log row is {@code parent}. */
    public void deletedWith(TableTransaction transaction, ResourceRow row, int parent, Context context) {
        write(transaction, Operation.DELETE, row, null, context, parent);
    }

    private int write(
            TableTransaction transaction,
            Operation operation,
            @Nullable ResourceRow before,
            @Nullable ResourceRow after,
            Context context,
            @Nullable Integer parent) {
        var any = before == null ? after : before;
        if (any == null) {
            throw new IllegalArgumentException("neither before nor after");
        }
        var row = new @Nullable Object[LOG.stored().columns().size()];
        row[LOG.position("item_id")] = any.key();
        row[LOG.position("operation_id")] = context.operationId();
        row[LOG.position("operation")] = operation.name();
        row[LOG.position("changes")] = ChangeText.of(before, after);
        row[LOG.position("last_modified")] = Timestamps.toLastModified(context.at());
        row[LOG.position("timestamp")] = Timestamps.micros(context.at());
        row[LOG.position("table_name")] = any.type().table();
        int logId = transaction.insert(LOG.stored(), row);
        remember(transaction, operation, before, after, any, context, logId, parent);
        retention.written(transaction, logId, context.at());
        return logId;
    }

    private void remember(
            TableTransaction transaction,
            Operation operation,
            @Nullable ResourceRow before,
            @Nullable ResourceRow after,
            ResourceRow any,
            Context context,
            int logId,
            @Nullable Integer parent) {
        var type = any.type();
        var old = Snapshot.of(type, before, after);
        var fresh = Snapshot.of(type, after, before);
        var row = new @Nullable Object[MemoryTable.TABLE.columns().size()];
        row[0] = logId;
        row[MemoryTable.OPERATION_ID] = context.operationId();
        row[MemoryTable.TABLE_NAME] = type.table();
        row[MemoryTable.ITEM_ID] = any.key();
        row[MemoryTable.OPERATION] = operation.name();
        row[MemoryTable.ACTOR] = cut(context.actor().who(), LONGEST_ACTOR);
        row[MemoryTable.REQUEST_ID] = cut(context.actor().requestId(), LONGEST_REQUEST_ID);
        row[MemoryTable.MADE_AT] = ChronoUnit.MICROS.between(Instant.EPOCH, context.at());
        row[MemoryTable.BEFORE] =
                before == null ? null : SnapshotJson.write(type, old, false).toString();
        row[MemoryTable.AFTER] =
                after == null ? null : SnapshotJson.write(type, fresh, false).toString();
        secrets.write(type, any.key(), old, fresh, row);
        row[MemoryTable.CASCADE_OF] = parent;
        row[MemoryTable.UNDOES] = context.undoes().orElse(null);
        transaction.insert(MemoryTable.TABLE, row);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
