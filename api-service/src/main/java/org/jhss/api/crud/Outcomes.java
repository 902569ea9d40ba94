// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Problem;
import org.jhss.api.route.Request;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.object.FieldProblem;
import org.jhss.provisioning.object.Outcome;

/** From what provisioning says to what is answered, for every interface alike. */
public final class Outcomes {

    private Outcomes() {}

    /** Who asks, under the operation id that the query names. */
    public static Actor actor(Request request) {
        return new Actor(request.caller().name(), request.id(), request.query("operation_id"));
    }

    /** The failure that {@code outcome} is; empty when it is done. */
    public static Optional<Failure> failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Optional.empty();
            case Outcome.Invalid invalid -> Optional.of(Failure.of(Kind.INVALID, problems(invalid.problems())));
            case Outcome.NotFound missing ->
                Optional.of(Failure.notFound("there is no " + missing.type().table() + " " + missing.key()));
            case Outcome.Duplicate duplicate -> Optional.of(duplicate(duplicate));
            case Outcome.Referenced referenced -> Optional.of(referenced(referenced));
            case Outcome.Stale stale ->
                Optional.of(Failure.of(Kind.STALE, "the object has been changed since you read it")
                        .with("ETag", "\"" + stale.version() + "\""));
        };
    }

    /** What provisioning found, as it is told. */
    public static List<Problem> problems(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> new Problem(problem.field(), problem.rule(), problem.message()))
                .toList();
    }

    private static Failure duplicate(Outcome.Duplicate duplicate) {
        var problems = new ArrayList<Problem>();
        for (var field : duplicate.fields()) {
            problems.add(new Problem(field, "unique", duplicate.message()));
        }
        return new Failure(Kind.CONFLICT, duplicate.message(), problems, Map.of());
    }

    private static Failure referenced(Outcome.Referenced referenced) {
        var problems = new ArrayList<Problem>();
        for (var some : referenced.referrers()) {
            for (var key : some.keys()) {
                problems.add(new Problem(
                        some.type().table() + "." + some.column(),
                        "referenced",
                        some.type().table() + " " + key + " refers to it"));
            }
        }
        return new Failure(Kind.CONFLICT, referenced.message(), problems, Map.of());
    }
}
