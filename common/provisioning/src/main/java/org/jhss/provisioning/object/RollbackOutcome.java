// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.List;
import org.jhss.provisioning.history.Operation;
import org.jhss.provisioning.schema.ResourceType;

/** What became of a rollback. Nothing is stored unless {@link Done}. */
public sealed interface RollbackOutcome {

    /**
     * The operation is taken back.
     *
     * @param operationId what the log calls the rollback itself
     * @param undone the operation that was taken back
     * @param rows what was done for it
     */
    record Done(String operationId, String undone, List<Row> rows) implements RollbackOutcome {
        public Done {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param undone what had been done to it
     */
    record Row(ResourceType type, int key, Operation undone) {}

    /** There is no such operation, or none at all. */
    record NothingFound() implements RollbackOutcome {}

    /** It has been taken back before, by that operation. */
    record AlreadyUndone(String operationId, String by) implements RollbackOutcome {}

    /** Rows have been changed since: not done, unless forced. */
    record Changed(List<ChangedRow> rows) implements RollbackOutcome {
        public Changed {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row that is not as the operation has left it.
     *
     * @param fields those that differ; empty when the row is gone, or is there again
     */
    record ChangedRow(ResourceType type, int key, List<String> fields) {}

    /** What was logged does not tell enough, for the given reason. */
    record Unclear(String reason) implements RollbackOutcome {}

    /** Other rows stand in the way: {@link Outcome.Conflict}, or {@link Outcome.Invalid} for a reference that is gone. */
    record Blocked(Outcome cause) implements RollbackOutcome {}
}
