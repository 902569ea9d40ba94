// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an attempt at a change ended.
 *
 * @param changeId the change
 * @param attempt which attempt it was, from 1 on; 0 when there was nothing to do
 * @param results what the nodes answered in it
 * @param retryAt when it is tried again; empty when it has ended
 * @param failed whether it has ended without success
 */
public record Ending(long changeId, int attempt, List<NodeResult> results, Optional<Instant> retryAt, boolean failed) {

    public Ending {
        results = List.copyOf(results);
    }

    /** No node is concerned, so that the change is forgotten. */
    public static Ending nothingToDo(long changeId) {
        return new Ending(changeId, 0, List.of(), Optional.empty(), false);
    }

    /** Whether no node was concerned, so that there is nothing to keep. */
    boolean isEmpty() {
        return attempt == 0;
    }
}
