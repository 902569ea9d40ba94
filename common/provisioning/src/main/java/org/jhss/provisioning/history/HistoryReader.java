// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;
import org.jhss.store.table.TableTransaction;
import org.jspecify.annotations.Nullable;

/** Reads the log. Thread-safe. */
public final class HistoryReader {

    private static final ResourceType LOG = ResourceType.OPERATION_LOG;
    private static final int LAST_CHECKED = 100;

    private final Secrets secrets;

    public HistoryReader(KeyVault vault) {
        this.secrets = new Secrets(vault);
    }

    /** What is known of an operation, oldest first. Nothing of what PyHSS has logged. */
    public List<HistoryEntry> operation(TableTransaction transaction, String operationId) {
        return entries(transaction.find(MemoryTable.TABLE, MemoryTable.OPERATION_ID, operationId));
    }

    /** What was done to one row, newest first. */
    public List<HistoryEntry> item(TableTransaction transaction, ResourceType type, int key, int offset, int limit) {
        var filters =
                List.of(Filter.equal(MemoryTable.TABLE_NAME, type.table()), Filter.equal(MemoryTable.ITEM_ID, key));
        return entries(transaction.select(
                MemoryTable.TABLE, new Selection(filters, List.of(new Selection.Order(0, true)), offset, limit)));
    }

    /** The newest entries, newest first; of one object only, if one is named. */
    public List<HistoryEntry> newest(TableTransaction transaction, Optional<ResourceType> type, int offset, int limit) {
        var filters = type.map(t -> List.of(Filter.equal(MemoryTable.TABLE_NAME, t.table())))
                .orElse(List.of());
        return entries(transaction.select(
                MemoryTable.TABLE, new Selection(filters, List.of(new Selection.Order(0, true)), offset, limit)));
    }

    /** The entries that {@code query} asks for. */
    public List<HistoryEntry> search(TableTransaction transaction, HistoryQuery query) {
        return entries(transaction.select(MemoryTable.TABLE, query.selection()));
    }

    /** The newest operation that is neither a rollback nor taken back by one. */
    public Optional<String> last(TableTransaction transaction) {
        var order = List.of(new Selection.Order(LOG.position("timestamp"), true), new Selection.Order(0, true));
        for (int offset = 0; ; offset += LAST_CHECKED) {
            var rows = transaction.select(LOG.stored(), new Selection(List.of(), order, offset, LAST_CHECKED));
            for (var row : rows) {
                var memory = memory(transaction, row);
                boolean settled = memory.isPresent()
                        && (memory.get()[MemoryTable.UNDOES] != null || memory.get()[MemoryTable.UNDONE_BY] != null);
                if (!settled && row[LOG.position("operation_id")] instanceof String id) {
                    return Optional.of(id);
                }
            }
            if (rows.size() < LAST_CHECKED) {
                return Optional.empty();
            }
        }
    }

    /** How to take an operation back. */
    public Undoable undoable(TableTransaction transaction, String operationId) {
        var rows = transaction.find(LOG.stored(), LOG.position("operation_id"), operationId);
        if (rows.isEmpty()) {
            return new Undoable.Unknown();
        }
        var steps = new ArrayList<Undoable.Step>();
        Optional<String> undoneBy = Optional.empty();
        for (var row : rows) {
            var memory = memory(transaction, row);
            var step = memory.map(values -> typed(values)).orElseGet(() -> untyped(row));
            if (step.isEmpty()) {
                return new Undoable.Unclear(
                        memory.isPresent()
                                ? "keys that were changed cannot be decrypted with the configured keys"
                                : "the text that PyHSS has logged can be read in more than one way, or hides a value");
            }
            steps.add(step.get());
            if (memory.isPresent() && memory.get()[MemoryTable.UNDONE_BY] instanceof String by) {
                undoneBy = Optional.of(by);
            }
        }
        return new Undoable.Known(operationId, ordered(steps), undoneBy);
    }

    /** Remembers that an operation has been taken back. */
    public void undone(TableTransaction transaction, String operationId, String undoneBy) {
        for (var row : transaction.find(MemoryTable.TABLE, MemoryTable.OPERATION_ID, operationId)) {
            var changed = row.clone();
            changed[MemoryTable.UNDONE_BY] = undoneBy;
            transaction.update(MemoryTable.TABLE, row, changed);
        }
    }

    /** Newest first, but what went with another row comes back after it. */
    private static List<Undoable.Step> ordered(List<Undoable.Step> steps) {
        var ordered = new ArrayList<Undoable.Step>();
        var ids = steps.stream().map(Undoable.Step::logId).toList();
        for (var step : steps.reversed()) {
            if (step.cascadeOf().isEmpty() || !ids.contains(step.cascadeOf().getAsInt())) {
                ordered.add(step);
                steps.stream()
                        .filter(other -> other.cascadeOf().isPresent()
                                && other.cascadeOf().getAsInt() == step.logId())
                        .forEach(ordered::add);
            }
        }
        return ordered;
    }

    /** What stands beside a log row; empty when PyHSS has written it, maybe over one of ours. */
    private static Optional<@Nullable Object[]> memory(TableTransaction transaction, @Nullable Object[] log) {
        return log[0] instanceof Integer id
                ? transaction
                        .get(MemoryTable.TABLE, id)
                        .filter(memory ->
                                Objects.equals(memory[MemoryTable.OPERATION_ID], log[LOG.position("operation_id")]))
                : Optional.empty();
    }

    private Optional<Undoable.Step> typed(@Nullable Object[] row) {
        var entry = entry(row);
        return secrets.read(entry.itemId(), row)
                .map(keys -> new Undoable.Step(
                        entry.logId(),
                        entry.type(),
                        entry.itemId(),
                        entry.operation(),
                        SnapshotJson.read(entry.type(), entry.before(), keys.before()),
                        SnapshotJson.read(entry.type(), entry.after(), keys.after()),
                        entry.cascadeOf(),
                        true));
    }

    private static Optional<Undoable.Step> untyped(@Nullable Object[] row) {
        var log = new ResourceRow(LOG, row);
        var type = log.get("table_name") instanceof String table
                ? ResourceType.ofTable(table)
                : Optional.<ResourceType>empty();
        var operation = operation(log.get("operation"));
        if (type.isEmpty() || operation.isEmpty() || !(log.get("changes") instanceof String text)) {
            return Optional.empty();
        }
        int item = log.get("item_id") instanceof Integer id ? id : 0;
        return PyhssText.parse(type.get(), text)
                .map(both -> new Undoable.Step(
                        log.key(),
                        type.get(),
                        item,
                        operation.get(),
                        both.before(),
                        both.after(),
                        OptionalInt.empty(),
                        false));
    }

    private static Optional<Operation> operation(@Nullable Object name) {
        for (var operation : Operation.values()) {
            if (operation.name().equals(name)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    private static List<HistoryEntry> entries(List<@Nullable Object[]> rows) {
        return rows.stream().map(HistoryReader::entry).toList();
    }

    private static HistoryEntry entry(@Nullable Object[] row) {
        return new HistoryEntry(
                (Integer) present(row[0]),
                text(row, MemoryTable.OPERATION_ID),
                ResourceType.ofTable(text(row, MemoryTable.TABLE_NAME)).orElseThrow(),
                (Integer) present(row[MemoryTable.ITEM_ID]),
                Operation.valueOf(text(row, MemoryTable.OPERATION)),
                text(row, MemoryTable.ACTOR),
                text(row, MemoryTable.REQUEST_ID),
                Instant.EPOCH.plus((Long) present(row[MemoryTable.MADE_AT]), ChronoUnit.MICROS),
                SnapshotJson.parse((String) row[MemoryTable.BEFORE]),
                SnapshotJson.parse((String) row[MemoryTable.AFTER]),
                row[MemoryTable.CASCADE_OF] instanceof Integer id ? OptionalInt.of(id) : OptionalInt.empty(),
                Optional.ofNullable((String) row[MemoryTable.UNDOES]),
                Optional.ofNullable((String) row[MemoryTable.UNDONE_BY]));
    }

    private static Object present(@Nullable Object value) {
        return Objects.requireNonNull(value, "NOT NULL");
    }

    private static String text(@Nullable Object[] row, int position) {
        return row[position] instanceof String value ? value : "";
    }
}
