// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row of the log with what stands beside it, without secrets.
 *
 * @param logId key in {@code operation_log}
 * @param before columns before: of a change those that differ, of a deletion all that were not NULL
 * @param after columns after, likewise
 * @param cascadeOf log row of the deletion that took this row along
 * @param undoes operation that this one has taken back
 * @param undoneBy operation that has taken this one back
 */
public record HistoryEntry(
        int logId,
        String operationId,
        ResourceType type,
        int itemId,
        Operation operation,
        String actor,
        String requestId,
        Instant at,
        ObjectNode before,
        ObjectNode after,
        OptionalInt cascadeOf,
        Optional<String> undoes,
        Optional<String> undoneBy) {}
