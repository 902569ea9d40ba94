// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.history.HistoryReader;
import org.jhss.provisioning.history.HistoryWriter;
import org.jhss.provisioning.history.Operation;
import org.jhss.provisioning.history.Undoable;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.store.Store;

/** Takes operations back, each in one transaction, each logged as an operation of its own. */
final class Rollback {

    private final Store store;
    private final RowWriter writer;
    private final HistoryReader history;
    private final Clock clock;
    private final Runnable wake;

    Rollback(Store store, RowWriter writer, HistoryReader history, Clock clock, Runnable wake) {
        this.store = store;
        this.writer = writer;
        this.history = history;
        this.clock = clock;
        this.wake = wake;
    }

    /** Takes back all rows of the operation, or of the last one that has not been taken back; newest first. */
    RollbackOutcome run(Optional<String> operationId, boolean forced, Actor actor) {
        var id = operationId.or(() -> store.tables().read(history::last));
        if (id.isEmpty()) {
            return new RollbackOutcome.NothingFound();
        }
        var context =
                new HistoryWriter.Context(Changes.operationId(actor), clock.instant(), actor, Optional.of(id.get()));
        return Changes.transaction(
                store,
                wake,
                context,
                operation -> undo(operation, id.get(), forced),
                outcome -> outcome instanceof RollbackOutcome.Done);
    }

    private RollbackOutcome undo(RowWriter.Operation operation, String id, boolean forced) {
        return switch (history.undoable(operation.transaction(), id)) {
            case Undoable.Unknown() -> new RollbackOutcome.NothingFound();
            case Undoable.Unclear(var reason) -> new RollbackOutcome.Unclear(reason);
            case Undoable.Known known
            when known.undoneBy().isPresent() && !forced ->
                new RollbackOutcome.AlreadyUndone(id, known.undoneBy().get());
            case Undoable.Known known -> undo(operation, known, forced);
        };
    }

    private RollbackOutcome undo(RowWriter.Operation operation, Undoable.Known known, boolean forced) {
        var changed = new ArrayList<RollbackOutcome.ChangedRow>();
        var done = new ArrayList<RollbackOutcome.Row>();
        for (var step : known.steps()) {
            var current = Changes.locked(operation.transaction(), step.type(), step.itemId());
            var differences = differences(step, current);
            if (differences.isPresent() && !(forced && isForceable(step, current))) {
                changed.add(differences.get());
                continue;
            }
            if (!changed.isEmpty()) {
                continue;
            }
            var blocked = undo(operation, step, current);
            if (blocked.isPresent()) {
                return new RollbackOutcome.Blocked(blocked.get());
            }
            done.add(new RollbackOutcome.Row(step.type(), step.itemId(), step.operation()));
        }
        if (!changed.isEmpty()) {
            return new RollbackOutcome.Changed(changed);
        }
        history.undone(
                operation.transaction(),
                known.operationId(),
                operation.context().operationId());
        return new RollbackOutcome.Done(operation.context().operationId(), known.operationId(), done);
    }

    /** In what the row is not as the operation has left it. */
    private static Optional<RollbackOutcome.ChangedRow> differences(Undoable.Step step, Optional<ResourceRow> current) {
        boolean shouldBe = step.operation() != Operation.DELETE;
        if (shouldBe != current.isPresent()) {
            return Optional.of(new RollbackOutcome.ChangedRow(step.type(), step.itemId(), List.of()));
        }
        if (current.isEmpty()) {
            return Optional.empty();
        }
        boolean whole = step.operation() == Operation.INSERT && step.typed();
        var fields = step.after().differences(current.get(), whole);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new RollbackOutcome.ChangedRow(step.type(), step.itemId(), fields));
    }

    /** A row that is gone cannot be changed back, nor can one come back in the place of another. */
    private static boolean isForceable(Undoable.Step step, Optional<ResourceRow> current) {
        return step.operation() != Operation.DELETE && current.isPresent();
    }

    private Optional<Outcome> undo(RowWriter.Operation operation, Undoable.Step step, Optional<ResourceRow> current) {
        return switch (step.operation()) {
            case INSERT -> remove(operation, step, current.orElseThrow());
            case UPDATE -> {
                var row = step.before().appliedTo(current.orElseThrow());
                yield unlessRefused(operation, row, false, () -> writer.update(operation, current.get(), row));
            }
            case DELETE -> {
                var row = step.before().asRow();
                row.values()[0] = step.itemId();
                yield unlessRefused(operation, row, true, () -> writer.insert(operation, row));
            }
        };
    }

    private Optional<Outcome> remove(RowWriter.Operation operation, Undoable.Step step, ResourceRow current) {
        var referrers = Integrity.referrers(operation.transaction(), step.type(), step.itemId());
        if (!referrers.isEmpty()) {
            return Optional.of(new Outcome.Referenced(step.type(), step.itemId(), referrers));
        }
        writer.delete(operation, current);
        return Optional.empty();
    }

    /** Looks before it writes: after a refusal the transaction could not be asked for the reason any more. */
    private static Optional<Outcome> unlessRefused(
            RowWriter.Operation operation, ResourceRow row, boolean isNew, Runnable write) {
        var duplicate = Integrity.duplicate(operation.transaction(), row, isNew);
        if (duplicate.isPresent()) {
            return Optional.of(duplicate.get());
        }
        var broken = Integrity.brokenReferences(operation.transaction(), row);
        if (!broken.isEmpty()) {
            return Optional.of(new Outcome.Invalid(broken));
        }
        write.run();
        return Optional.empty();
    }
}
