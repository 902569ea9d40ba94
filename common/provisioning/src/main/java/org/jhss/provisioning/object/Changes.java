// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.history.HistoryWriter;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.Store;
import org.jhss.store.database.Timestamps;
import org.jhss.store.table.TableTransaction;
import org.jhss.store.table.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The transactions of {@link Objects}. */
final class Changes {

    private static final String LAST_MODIFIED = "last_modified";
    private static final String UPDATED_AT = "updated_at";

    private final Store store;
    private final KeyPlacement keys;
    private final Clock clock;
    private final Webhooks webhooks;
    private final HistoryWriter history = new HistoryWriter();

    Changes(Store store, KeyPlacement keys, Settings settings, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.webhooks = new Webhooks(settings.webhooks());
    }

    Outcome create(ResourceType type, ObjectNode input, Actor actor) {
        var draft = Draft.create(type, input);
        if (!draft.problems().isEmpty()) {
            return new Outcome.Invalid(draft.problems());
        }
        return write(transaction -> {
            Integrity.resolve(transaction, draft);
            if (!draft.problems().isEmpty()) {
                return new Outcome.Invalid(draft.problems());
            }
            var now = clock.instant();
            var row = draft.row();
            stamp(row, null, now);
            insert(transaction, row);
            var operation = operationId(actor);
            history.write(transaction, new HistoryWriter.Entry(null, row, operation, now, actor));
            webhooks.created(transaction, row, now);
            return new Outcome.Done(row, operation, draft.warnings());
        });
    }

    Outcome update(ResourceType type, int key, ObjectNode input, Optional<String> version, Actor actor) {
        return write(transaction -> {
            var before = locked(transaction, type, key);
            if (before.isEmpty()) {
                return new Outcome.NotFound(type, Integer.toString(key));
            }
            if (isStale(before.get(), version)) {
                return new Outcome.Stale(before.get());
            }
            var draft = Draft.update(before.get(), input);
            Integrity.resolve(transaction, draft);
            if (!draft.problems().isEmpty()) {
                return new Outcome.Invalid(draft.problems());
            }
            if (!draft.isChanged()) {
                return new Outcome.Done(before.get(), "", draft.warnings());
            }
            var now = clock.instant();
            var row = draft.row();
            stamp(row, before.get(), now);
            if (type == ResourceType.AUC) {
                keys.place(row);
            }
            transaction.update(type.stored(), before.get().values(), row.values());
            var operation = operationId(actor);
            history.write(transaction, new HistoryWriter.Entry(before.get(), row, operation, now, actor));
            webhooks.changed(transaction, row, now);
            return new Outcome.Done(row, operation, draft.warnings());
        });
    }

    Outcome delete(ResourceType type, int key, Optional<String> version, Actor actor) {
        return write(transaction -> {
            var before = locked(transaction, type, key);
            if (before.isEmpty()) {
                return new Outcome.NotFound(type, Integer.toString(key));
            }
            if (isStale(before.get(), version)) {
                return new Outcome.Stale(before.get());
            }
            var referrers = Integrity.referrers(transaction, type, key);
            if (!referrers.isEmpty()) {
                return new Outcome.Referenced(type, key, referrers);
            }
            var now = clock.instant();
            var operation = operationId(actor);
            history.write(transaction, new HistoryWriter.Entry(before.get(), null, operation, now, actor));
            for (var child : Integrity.children(transaction, type, key)) {
                history.write(transaction, new HistoryWriter.Entry(child, null, operation, now, actor));
                webhooks.deleted(transaction, child, now);
            }
            transaction.delete(type.stored(), key);
            webhooks.deleted(transaction, before.get(), now);
            return new Outcome.Done(before.get(), operation, List.of());
        });
    }

    private Outcome write(Function<TableTransaction, Outcome> work) {
        return store.tables().write(work, outcome -> outcome instanceof Outcome.Done);
    }

    /** Seals need the row's key, so keys that are to be sealed follow in a second step. */
    private void insert(TableTransaction transaction, ResourceRow row) {
        var stored = row.type().stored();
        if (row.type() != ResourceType.AUC) {
            transaction.insert(stored, row.values());
            return;
        }
        var bare = keys.withoutKeys(row);
        row.values()[0] = transaction.insert(stored, bare.values());
        keys.place(row);
        transaction.update(stored, bare.values(), row.values());
    }

    private static Optional<ResourceRow> locked(TableTransaction transaction, ResourceType type, int key) {
        return transaction.lock(type.stored(), key).map(values -> new ResourceRow(type, values));
    }

    private static boolean isStale(ResourceRow row, Optional<String> version) {
        return version.isPresent() && !version.get().equals(Versions.of(row));
    }

    private static void stamp(ResourceRow row, @Nullable ResourceRow before, Instant now) {
        var type = row.type();
        row.values()[type.position(LAST_MODIFIED)] = Timestamps.toLastModified(now);
        int updatedAt = type.stored().position(UPDATED_AT);
        boolean extended = updatedAt >= 0
                && type.columns().stream()
                        .filter(column -> column.isExtension())
                        .anyMatch(column -> before == null
                                ? row.get(column) != null
                                : !Values.equal(row.get(column), before.get(column)));
        if (extended) {
            row.values()[updatedAt] = Timestamps.micros(now);
        }
    }

    private static String operationId(Actor actor) {
        return actor.operationId()
                .filter(id -> !id.isBlank())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
