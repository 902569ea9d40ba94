// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.history.HistoryEntry;
import org.jhss.provisioning.history.HistoryQuery;
import org.jhss.provisioning.history.HistoryReader;
import org.jhss.provisioning.history.HistoryWriter;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.Store;
import org.jhss.store.database.StoreException;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creating, reading, changing and deleting objects. Every change is one transaction: the row, the log, webhooks and what the network
 * must hear of. Thread-safe. Throws {@link StoreException.Unavailable} when there is no database, {@code Retryable} when others were
 * in the way six times; all else that may be expected is an {@link Outcome}.
 */
public final class Objects {

    private final Store store;
    private final KeyPlacement keys;
    private final Changes changes;
    private final Rollback rollback;
    private final HistoryReader history;

    /** Objects of {@code store} whose changes the hss service finds by itself, within about a second. */
    public Objects(Store store, Settings settings) {
        this(store, settings, () -> {});
    }

    /**
     * @param wake called after the commit of what the network must hear of, to have the hss service look at once; must not throw
     */
    public Objects(Store store, Settings settings, Runnable wake) {
        this(store, settings, wake, Clock.systemUTC());
    }

    Objects(Store store, Settings settings, Runnable wake, Clock clock) {
        this.store = store;
        this.keys = new KeyPlacement(store.vault());
        this.history = new HistoryReader(store.vault());
        var writer = new RowWriter(store, keys, new HistoryWriter(store.vault(), settings.retention()), settings);
        this.changes = new Changes(store, writer, clock, wake);
        this.rollback = new Rollback(store, writer, history, clock, wake);
    }

    /** Stores a new row with what {@code input} says; the key, if it says one, is taken. */
    public Outcome create(ResourceType type, ObjectNode input, Actor actor) {
        var refusal = refusal(type, actor);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var outcome = attempt(Draft.create(type, input).row(), true, () -> changes.create(type, input, actor));
        published(type, outcome);
        return outcome;
    }

    /** Stores several new rows as one operation, all or none: the keys of a SIM and the subscriber that uses them. */
    public Together createTogether(List<NewRow> rows, Actor actor) {
        for (var row : rows) {
            var refusal = refusal(row.type(), actor);
            if (refusal.isPresent()) {
                return new Together.Refused(row.type(), refusal.get());
            }
        }
        var current = new AtomicReference<@Nullable ResourceRow>();
        try {
            var together = Retries.run(() -> changes.create(rows, actor, current));
            if (together instanceof Together.Done(var done)) {
                done.forEach(one -> published(one.row().type(), one));
            }
            return together;
        } catch (StoreException.Conflict e) {
            var row = current.get();
            if (row == null) {
                throw e;
            }
            return new Together.Refused(row.type(), explained(row, true));
        }
    }

    /**
     * Changes what {@code input} names of a row.
     *
     * @param version the version that the caller knows; empty for "whichever it has"
     */
    public Outcome update(ResourceType type, int key, ObjectNode input, Optional<String> version, Actor actor) {
        var refusal = refusal(type, actor);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var outcome = attempt(type, key, input, () -> changes.update(type, key, input, version, actor));
        published(type, outcome);
        return outcome;
    }

    /** Deletes a row and what hangs on it, unless others refer to it. */
    public Outcome delete(ResourceType type, int key, Optional<String> version, Actor actor) {
        var refusal = refusal(type, actor);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var outcome = Retries.run(() -> changes.delete(type, key, version, actor));
        published(type, outcome);
        return outcome;
    }

    /**
     * Takes back all rows of one operation.
     *
     * @param forced whether rows that have been changed since are set back nevertheless
     */
    public RollbackOutcome rollback(String operationId, boolean forced, Actor actor) {
        return rollback(Optional.of(operationId), forced, actor);
    }

    /** Takes back the newest operation that is neither a rollback nor taken back already. */
    public RollbackOutcome rollbackLast(boolean forced, Actor actor) {
        return rollback(Optional.empty(), forced, actor);
    }

    private RollbackOutcome rollback(Optional<String> operationId, boolean forced, Actor actor) {
        var outcome = Retries.run(() -> rollback.run(operationId, forced, actor));
        if (outcome instanceof RollbackOutcome.Done) {
            store.referenceDataChanged();
        }
        return outcome;
    }

    /** What is known of an operation, oldest first. */
    public List<HistoryEntry> operation(String operationId) {
        return store.tables().read(transaction -> history.operation(transaction, operationId));
    }

    /** What was done to one row, newest first. */
    public List<HistoryEntry> history(ResourceType type, int key, int offset, int limit) {
        return store.tables().read(transaction -> history.item(transaction, type, key, offset, limit));
    }

    /** The newest changes, newest first; of one object only, if one is named. */
    public List<HistoryEntry> history(Optional<ResourceType> type, int offset, int limit) {
        return store.tables().read(transaction -> history.newest(transaction, type, offset, limit));
    }

    /** The entries of the log that {@code query} asks for. */
    public List<HistoryEntry> history(HistoryQuery query) {
        return store.tables().read(transaction -> history.search(transaction, query));
    }

    /** The row with that key; keys of SIMs are as stored, see {@link #reveal}. */
    public Optional<ResourceRow> read(ResourceType type, int key) {
        return store.tables()
                .read(transaction -> transaction.get(type.stored(), key))
                .map(values -> new ResourceRow(type, values));
    }

    /** The rows with {@code value} in {@code column}, by key. */
    public List<ResourceRow> find(ResourceType type, String column, Object value) {
        return rows(
                type,
                store.tables().read(transaction -> transaction.find(type.stored(), type.position(column), value)));
    }

    /** The rows of {@code selection}. */
    public List<ResourceRow> list(ResourceType type, Selection selection) {
        return rows(type, store.tables().read(transaction -> transaction.select(type.stored(), selection)));
    }

    /**
     * The rows of {@code selection}, and how many there are without its limits.
     *
     * @param total empty when not asked for
     */
    public record Page(List<ResourceRow> rows, OptionalLong total) {}

    /** As {@link #list}, with the number of all rows that meet the filters, from the same moment. */
    public Page page(ResourceType type, Selection selection) {
        return store.tables()
                .read(transaction -> new Page(
                        rows(type, transaction.select(type.stored(), selection)),
                        OptionalLong.of(transaction.count(type.stored(), selection))));
    }

    /** How many rows meet {@code filters}. */
    public long count(ResourceType type, List<Filter> filters) {
        return store.tables()
                .read(transaction -> transaction.count(type.stored(), new Selection(filters, List.of(), 0, 0)));
    }

    /** The row with the keys of its SIM in plain, for those who may see them. Other objects come back as they are. */
    public ResourceRow reveal(ResourceRow row) {
        return row.type() == ResourceType.AUC ? keys.reveal(row) : row;
    }

    private static List<ResourceRow> rows(ResourceType type, List<@Nullable Object[]> values) {
        return values.stream().map(row -> new ResourceRow(type, row)).toList();
    }

    private static Optional<Outcome> refusal(ResourceType type, Actor actor) {
        if (type == ResourceType.OPERATION_LOG) {
            return Optional.of(Outcome.Invalid.of("", "read_only", "the log cannot be changed"));
        }
        return actor.operationId()
                .filter(id -> id.length() > Actor.LONGEST_OPERATION_ID)
                .map(id -> Outcome.Invalid.of(
                        "operation_id", "length", "must have at most " + Actor.LONGEST_OPERATION_ID + " characters"));
    }

    private Outcome attempt(ResourceType type, int key, ObjectNode input, Supplier<Outcome> work) {
        try {
            return Retries.run(work);
        } catch (StoreException.Conflict _) {
            var before = read(type, key);
            return before.map(row -> explained(Draft.update(row, input).row(), false))
                    .orElseGet(() -> new Outcome.NotFound(type, Integer.toString(key)));
        }
    }

    private Outcome attempt(ResourceRow row, boolean isNew, Supplier<Outcome> work) {
        try {
            return Retries.run(work);
        } catch (StoreException.Conflict _) {
            return explained(row, isNew);
        }
    }

    /** What the database, which has refused {@code row}, had against it. */
    private Outcome explained(ResourceRow row, boolean isNew) {
        return store.tables().read(transaction -> {
            var duplicate = Integrity.duplicate(transaction, row, isNew);
            if (duplicate.isPresent()) {
                return duplicate.get();
            }
            var broken = Integrity.brokenReferences(transaction, row);
            // What stood in the way may be gone by now.
            return broken.isEmpty()
                    ? new Outcome.Duplicate(row.type(), List.of(), Optional.empty())
                    : new Outcome.Invalid(broken);
        });
    }

    private void published(ResourceType type, Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            switch (type) {
                case APN, CHARGING_RULE, TFT, EIR, ROAMING_NETWORK, ROAMING_RULE -> store.referenceDataChanged();
                default -> {}
            }
        }
    }
}
