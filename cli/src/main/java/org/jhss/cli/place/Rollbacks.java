// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jhss.provisioning.object.Outcome;
import org.jhss.provisioning.object.RollbackOutcome;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells what became of a rollback. */
final class Rollbacks {

    private Rollbacks() {}

    static Answer answer(RollbackOutcome outcome, Function<Outcome, Answer> cause) {
        return switch (outcome) {
            case RollbackOutcome.Done done -> done(done);
            case RollbackOutcome.NothingFound _ -> new Answer.NotFound("there is no such operation to take back");
            case RollbackOutcome.AlreadyUndone(var id, var by) ->
                new Answer.Conflict("operation " + id + " has been taken back already, by " + by);
            case RollbackOutcome.Changed(var rows) -> new Answer.Conflict(changed(rows));
            case RollbackOutcome.Unclear(var reason) -> new Answer.Conflict(reason);
            case RollbackOutcome.Blocked(var blocked) -> cause.apply(blocked);
        };
    }

    private static Answer done(RollbackOutcome.Done done) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("operation_id", done.operationId())
                .put("undone", done.undone())
                .put("rows", done.rows().size());
        return new Answer.Done(json, done.operationId(), List.of());
    }

    private static String changed(List<RollbackOutcome.ChangedRow> rows) {
        return rows.stream()
                        .map(row -> row.type().table() + " " + row.key()
                                + (row.fields().isEmpty() ? "" : " (" + String.join(", ", row.fields()) + ")"))
                        .collect(Collectors.joining(", ", "changed since: ", ""))
                + "; --force takes the operation back nevertheless";
    }
}
