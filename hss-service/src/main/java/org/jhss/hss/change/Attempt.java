// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jhss.hss.outbound.NodeAnswer;
import org.jhss.store.change.Change;
import org.jhss.store.change.Ending;

/**
 * An attempt at a change that all nodes concerned have answered, or not in time.
 *
 * @param outcomes one per node; none when no node is concerned
 */
record Attempt(Change change, List<NodeOutcome> outcomes) {

    Attempt {
        outcomes = List.copyOf(outcomes);
    }

    /** What is kept of it. */
    Ending ending(Backoff backoff, Instant now) {
        if (outcomes.isEmpty()) {
            return change.attempts() == 0
                    ? Ending.nothingToDo(change.id())
                    : new Ending(change.id(), number(), List.of(), Optional.empty(), false);
        }
        var results =
                outcomes.stream().flatMap(outcome -> outcome.results().stream()).toList();
        boolean refused = is(NodeAnswer.REFUSED);
        boolean waits = is(NodeAnswer.NOT_NOW);
        var retryAt = waits ? backoff.next(change.created(), now, number()) : Optional.<Instant>empty();
        return new Ending(change.id(), number(), results, retryAt, refused || waits);
    }

    private int number() {
        return change.attempts() + 1;
    }

    private boolean is(NodeAnswer answer) {
        return outcomes.stream().anyMatch(outcome -> outcome.answer() == answer);
    }
}
