// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.api.crud.Outcomes;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Problem;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.object.RollbackOutcome;
import tools.jackson.databind.node.JsonNodeFactory;

/** Taking operations on objects back. */
final class RollbackEndpoints {

    private static final String LAST = "/oam/rollback_operation/last";
    private static final String BY_ID = "/oam/rollback_operation/{operation_id}";
    private static final String ID = "operation_id";
    private static final String FORCE = "force";
    private static final int LONGEST_TEXT = 512;

    private static final Parameter OPERATION = Parameter.path(
            ID,
            Schema.text(Actor.LONGEST_OPERATION_ID),
            "Id of the operation, as the operation log tells it",
            "7a6f2c3e-0c52-4a57-9d9b-0a4e6f9c3d11");

    private static final Parameter FORCED = Parameter.query(
            FORCE, new Schema.Flag(), "Whether rows that have been changed since are set back nevertheless", "false");

    private final Facilities facilities;

    RollbackEndpoints(Facilities facilities) {
        this.facilities = facilities;
    }

    List<Endpoint> all() {
        return List.of(
                described(Endpoint.of(Surface.PYHSS, Method.GET, LAST))
                        .operationId("get_py_hss_oam__rollback_last__operation")
                        .changesState(true)
                        .deprecatedFor(LAST)
                        .handledBy(this::last),
                described(Endpoint.of(Surface.EXTENSION, Method.POST, LAST))
                        .operationId("oam_rollback_last_operation")
                        .handledBy(this::last),
                described(Endpoint.of(Surface.PYHSS, Method.GET, BY_ID).parameter(OPERATION))
                        .operationId("get_py_hss_oam__rollback__operation")
                        .changesState(true)
                        .deprecatedFor(BY_ID)
                        .handledBy(this::byId),
                described(Endpoint.of(Surface.EXTENSION, Method.POST, BY_ID).parameter(OPERATION))
                        .operationId("oam_rollback_operation")
                        .handledBy(this::byId));
    }

    private EndpointBuilder described(EndpointBuilder builder) {
        return builder.tag(OamEndpoints.TAG)
                .summary("Takes an operation back")
                .description(
                        "All rows of the operation, exactly, in one transaction that is logged as an operation of its own. Refused"
                                + " with 409 when rows have been changed since, unless force is true. last is the newest operation that is neither"
                                + " a rollback nor taken back already.")
                .parameter(FORCED)
                .role(Role.ADMIN)
                .ok("A sentence that names the operation of the rollback", Schema.text(LONGEST_TEXT))
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .strict(RollbackEndpoints::strict);
    }

    private Answer last(Request request) {
        return answer(
                facilities.objects().rollbackLast(isForced(request), actor(request)), "No operations to roll back.");
    }

    private Answer byId(Request request) {
        var outcome = facilities.objects().rollback(request.path(ID), isForced(request), actor(request));
        return answer(outcome, "No operation to roll back.");
    }

    private static Actor actor(Request request) {
        return Actor.of(request.caller().name(), request.id());
    }

    private static boolean isForced(Request request) {
        return request.query(FORCE).filter("true"::equals).isPresent();
    }

    private static Answer answer(RollbackOutcome outcome, String nothing) {
        return switch (outcome) {
            case RollbackOutcome.Done done ->
                Answer.json(JsonNodeFactory.instance.stringNode(
                        "Rolled back operation with operation_id: " + done.operationId() + "\n"));
            case RollbackOutcome.NothingFound _ -> Answer.notFound(nothing);
            case RollbackOutcome.AlreadyUndone undone ->
                conflict("the operation has been taken back already, by operation " + undone.by());
            case RollbackOutcome.Unclear unclear -> conflict(unclear.reason());
            case RollbackOutcome.Changed changed -> Answer.failed(changed(changed));
            case RollbackOutcome.Blocked blocked ->
                Answer.failed(Outcomes.failure(blocked.cause()).orElseThrow());
        };
    }

    private static Answer conflict(String reason) {
        return Answer.failed(Failure.of(Kind.CONFLICT, reason));
    }

    private static Failure changed(RollbackOutcome.Changed changed) {
        var problems = new ArrayList<Problem>();
        for (var row : changed.rows()) {
            var name = row.type().table() + " " + row.key();
            if (row.fields().isEmpty()) {
                problems.add(new Problem(name, "changed", "is gone, or is there again"));
            }
            for (var field : row.fields()) {
                problems.add(new Problem(name + "." + field, "changed", "has been changed since"));
            }
        }
        return new Failure(
                Kind.CONFLICT,
                "rows have been changed since the operation; force=true sets them back",
                problems,
                Map.of());
    }

    /** PyHSS says all of it as a text with status 200. */
    private static Optional<Rendered> strict(Failure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND ->
                Optional.of(Rendered.json(Status.OK, JsonNodeFactory.instance.stringNode(failure.reason())));
            case CONFLICT, INVALID ->
                Optional.of(
                        Rendered.json(Status.OK, JsonNodeFactory.instance.stringNode("Error: " + failure.reason())));
            default -> Optional.empty();
        };
    }
}
