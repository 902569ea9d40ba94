// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.provisioning.schema.ResourceType;

/** An operation that is to be taken back, or why it cannot be. */
public sealed interface Undoable {

    /**
     * It can be.
     *
     * @param steps the order to undo them in
     * @param undoneBy the operation that has done so already
     */
    record Known(String operationId, List<Step> steps, Optional<String> undoneBy) implements Undoable {
        public Known {
            steps = List.copyOf(steps);
        }
    }

    /** No such operation. */
    record Unknown() implements Undoable {}

    /** What was logged does not tell enough. */
    record Unclear(String reason) implements Undoable {}

    /**
     * One changed row.
     *
     * @param typed whether jHSS has logged it; otherwise it is read from PyHSS's text
     */
    record Step(
            int logId,
            ResourceType type,
            int itemId,
            Operation operation,
            Snapshot before,
            Snapshot after,
            OptionalInt cascadeOf,
            boolean typed) {}
}
