// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.history.HistoryWriter;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.Reference;
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
    private final RowWriter writer;
    private final Clock clock;
    private final Runnable wake;

    /**
     * @param wake called after a commit that the network is to hear of
     */
    Changes(Store store, RowWriter writer, Clock clock, Runnable wake) {
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.wake = wake;
    }

    Outcome create(ResourceType type, ObjectNode input, Actor actor) {
        var draft = Draft.create(type, input);
        if (!draft.problems().isEmpty()) {
            return new Outcome.Invalid(draft.problems());
        }
        return write(actor, operation -> {
            Integrity.resolve(operation.transaction(), draft);
            if (!draft.problems().isEmpty()) {
                return new Outcome.Invalid(draft.problems());
            }
            stamp(draft.row(), null, operation.context().at());
            writer.insert(operation, draft.row());
            return new Outcome.Done(draft.row(), operation.context().operationId(), draft.warnings());
        });
    }

    /** All of {@code wanted} or none; {@code current} is told which row is being stored. */
    Together create(List<NewRow> wanted, Actor actor, AtomicReference<@Nullable ResourceRow> current) {
        var context = new HistoryWriter.Context(operationId(actor), clock.instant(), actor, Optional.empty());
        return transaction(
                store,
                wake,
                context,
                operation -> createAll(operation, wanted, current),
                outcome -> outcome instanceof Together.Done);
    }

    private Together createAll(
            RowWriter.Operation operation, List<NewRow> wanted, AtomicReference<@Nullable ResourceRow> current) {
        var stored = new ArrayList<Outcome.Done>();
        for (var next : wanted) {
            var draft = Draft.create(next.type(), linked(next, stored));
            if (draft.problems().isEmpty()) {
                Integrity.resolve(operation.transaction(), draft);
            }
            if (!draft.problems().isEmpty()) {
                return new Together.Refused(next.type(), new Outcome.Invalid(draft.problems()));
            }
            stamp(draft.row(), null, operation.context().at());
            current.set(draft.row());
            writer.insert(operation, draft.row());
            stored.add(new Outcome.Done(draft.row(), operation.context().operationId(), draft.warnings()));
        }
        return new Together.Done(stored);
    }

    private static ObjectNode linked(NewRow row, List<Outcome.Done> stored) {
        var input = row.input().deepCopy();
        for (var column : row.type().columns()) {
            for (var earlier : stored) {
                if (!input.has(column.name())
                        && column.reference()
                                .filter(reference -> reference.strength() != Reference.Strength.LIST
                                        && reference
                                                .table()
                                                .equals(earlier.row().type().table()))
                                .isPresent()) {
                    input.put(column.name(), earlier.row().key());
                }
            }
        }
        return input;
    }

    Outcome update(ResourceType type, int key, ObjectNode input, Optional<String> version, Actor actor) {
        return write(actor, operation -> {
            var before = locked(operation.transaction(), type, key);
            if (before.isEmpty()) {
                return new Outcome.NotFound(type, Integer.toString(key));
            }
            if (isStale(before.get(), version)) {
                return new Outcome.Stale(before.get());
            }
            var draft = Draft.update(before.get(), input);
            Integrity.resolve(operation.transaction(), draft);
            if (!draft.problems().isEmpty()) {
                return new Outcome.Invalid(draft.problems());
            }
            if (!draft.isChanged()) {
                return new Outcome.Done(before.get(), "", draft.warnings());
            }
            stamp(draft.row(), before.get(), operation.context().at());
            writer.update(operation, before.get(), draft.row());
            return new Outcome.Done(draft.row(), operation.context().operationId(), draft.warnings());
        });
    }

    Outcome delete(ResourceType type, int key, Optional<String> version, Actor actor) {
        return write(actor, operation -> {
            var before = locked(operation.transaction(), type, key);
            if (before.isEmpty()) {
                return new Outcome.NotFound(type, Integer.toString(key));
            }
            if (isStale(before.get(), version)) {
                return new Outcome.Stale(before.get());
            }
            var referrers = Integrity.referrers(operation.transaction(), type, key);
            if (!referrers.isEmpty()) {
                return new Outcome.Referenced(type, key, referrers);
            }
            writer.delete(operation, before.get());
            return new Outcome.Done(before.get(), operation.context().operationId(), List.of());
        });
    }

    private Outcome write(Actor actor, Function<RowWriter.Operation, Outcome> work) {
        var context = new HistoryWriter.Context(operationId(actor), clock.instant(), actor, Optional.empty());
        return transaction(store, wake, context, work, outcome -> outcome instanceof Outcome.Done);
    }

    /** One operation in one transaction; the hss service is woken afterwards, if it has something to do. */
    static <T> T transaction(
            Store store,
            Runnable wake,
            HistoryWriter.Context context,
            Function<RowWriter.Operation, T> work,
            Function<T, Boolean> commit) {
        var told = new AtomicInteger();
        var result = store.tables()
                .write(transaction -> work.apply(new RowWriter.Operation(transaction, context, told)), commit);
        if (told.get() > 0 && commit.apply(result)) {
            wake.run();
        }
        return result;
    }

    static Optional<ResourceRow> locked(TableTransaction transaction, ResourceType type, int key) {
        return transaction.lock(type.stored(), key).map(values -> new ResourceRow(type, values));
    }

    static String operationId(Actor actor) {
        return actor.operationId()
                .filter(id -> !id.isBlank())
                .orElseGet(() -> UUID.randomUUID().toString());
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
                        .filter(Column::isExtension)
                        .anyMatch(column -> !Values.equal(row.get(column), before == null ? null : before.get(column)));
        if (extended) {
            row.values()[updatedAt] = Timestamps.micros(now);
        }
    }
}
