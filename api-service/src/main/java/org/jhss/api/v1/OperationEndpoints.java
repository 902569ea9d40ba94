// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.api.crud.Outcomes;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Problem;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.history.HistoryEntry;
import org.jhss.provisioning.history.HistoryJson;
import org.jhss.provisioning.history.HistoryQuery;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.object.RollbackOutcome;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;

/** The operation log with typed values, and taking operations back. */
final class OperationEndpoints {

    private static final String TAG = "operations";
    private static final int LONGEST_ID = 36;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_ROWS = 1000;
    private static final Schema VALUES = new Schema.MapOf("column", new Schema.Any());
    private static final Schema.Fields ENTRY = new Schema.Fields(
            "Log entry",
            List.of(
                    Property.required("log_id", Schema.id(), "Id of the entry"),
                    Property.required("operation_id", Schema.text(LONGEST_ID), "Id of the operation"),
                    Property.required("table", Schema.text(LONGEST_NAME), "The object, by its table"),
                    Property.required("item_id", Schema.id(), "Id of the object"),
                    Property.required(
                            "operation", new Schema.Choice(List.of("INSERT", "UPDATE", "DELETE")), "What was done"),
                    Property.required("actor", Schema.text(LONGEST_NAME), "Who did it"),
                    Property.required("request_id", Schema.text(LONGEST_NAME), "The request that did it"),
                    Property.required("at", new Schema.Moment(), "When"),
                    Property.required("before", VALUES, "Columns before; of a change those that differ"),
                    Property.required("after", VALUES, "Columns after, likewise"),
                    Property.required(
                            "undoes", new Schema.Nullable(Schema.text(LONGEST_ID)), "Operation that this took back"),
                    Property.required(
                            "undone_by",
                            new Schema.Nullable(Schema.text(LONGEST_ID)),
                            "Operation that has taken this back")));
    private static final Schema.Fields ROLLED_BACK = new Schema.Fields(
            "Rollback",
            List.of(
                    Property.required("operation_id", Schema.text(LONGEST_ID), "Id of the rollback itself"),
                    Property.required("undone", Schema.text(LONGEST_ID), "What it took back"),
                    Property.required("rows", new Schema.Whole(0, Integer.MAX_VALUE), "Rows that were changed")));
    private static final Parameter ID = Parameter.path(
            "operation_id", Schema.text(LONGEST_ID), "Id of the operation", "7a6f2c3e-0c52-4a57-9d9b-0a4e6f9c3d11");

    private final Objects objects;
    private final int pageSize;

    OperationEndpoints(Objects objects, int pageSize) {
        this.objects = objects;
        this.pageSize = Math.min(pageSize, MOST_ROWS);
    }

    List<Endpoint> all() {
        return List.of(list(), read(), rollback());
    }

    private Endpoint list() {
        return Endpoint.of(Surface.V1, Method.GET, "/v1/operations")
                .tag(TAG)
                .operationId("list_operations")
                .summary("Lists what was changed, newest first, with typed values before and after")
                .parameters(List.of(
                        Parameter.query("table", Schema.text(LONGEST_NAME), "Of this table only", "subscriber"),
                        Parameter.query("item_id", Schema.id(), "Of this object only, with `table`", "1"),
                        Parameter.query("actor", Schema.text(LONGEST_NAME), "By this actor only", "token:billing"),
                        Parameter.query("since", Schema.text(40), "Not before this time", "2026-11-22T06:00:00Z"),
                        Parameter.query("until", Schema.text(40), "Before this time", "2026-11-23T06:00:00Z"),
                        Parameter.query("limit", new Schema.Whole(1, MOST_ROWS), "Most entries", pageSize),
                        Parameter.query("offset", new Schema.Whole(0, Integer.MAX_VALUE), "Entries to skip", 0)))
                .ok("The entries", new Schema.ArrayOf(ENTRY))
                .handledBy(this::search);
    }

    private Endpoint read() {
        return Endpoint.of(Surface.V1, Method.GET, "/v1/operations/{operation_id}")
                .tag(TAG)
                .operationId("get_operation")
                .summary("Reads all that one operation changed, oldest first")
                .parameter(ID)
                .ok("The entries", new Schema.ArrayOf(ENTRY))
                .fails(Kind.NOT_FOUND)
                .handledBy(request -> {
                    var entries = objects.operation(request.path("operation_id"));
                    return entries.isEmpty() ? Answer.notFound("there is no operation of this id") : array(entries);
                });
    }

    private Endpoint rollback() {
        return Endpoint.of(Surface.V1, Method.POST, "/v1/operations/{operation_id}/rollback")
                .tag(TAG)
                .operationId("rollback_operation")
                .summary("Takes an operation back, as a whole or not at all")
                .description(
                        "Refused when one of its rows has been changed since, unless `force` says so. Is itself in the log.")
                .parameter(ID)
                .parameter(Parameter.query(
                        "force",
                        new Schema.Flag(),
                        "Whether later changes of the same columns are overwritten",
                        "true"))
                .role(Role.ADMIN)
                .ok("It is taken back", ROLLED_BACK)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT, Kind.INVALID)
                .handledBy(request -> answer(objects.rollback(
                        request.path("operation_id"),
                        request.query("force").filter("true"::equals).isPresent(),
                        Outcomes.actor(request))));
    }

    private Answer search(Request request) {
        var table = request.query("table");
        var type = table.flatMap(ResourceType::ofTable);
        if (table.isPresent() && type.isEmpty()) {
            return bad("table", "enum", "is no table of provisioned objects");
        }
        Optional<Instant> since;
        Optional<Instant> until;
        try {
            since = request.query("since").map(Instant::parse);
            until = request.query("until").map(Instant::parse);
        } catch (DateTimeException _) {
            return bad("since, until", "type", "must be times such as 2026-11-22T06:00:00Z");
        }
        return array(objects.history(new HistoryQuery(
                type,
                request.query("item_id").map(Integer::valueOf),
                request.query("actor"),
                since,
                until,
                (int) request.queryNumber("offset"),
                (int) request.queryNumber("limit"))));
    }

    private static Answer bad(String field, String rule, String message) {
        return Answer.failed(Failure.of(Kind.BAD_PARAMETER, field, rule, message));
    }

    private static Answer answer(RollbackOutcome outcome) {
        return switch (outcome) {
            case RollbackOutcome.Done done ->
                Answer.json(JsonNodeFactory.instance
                        .objectNode()
                        .put("operation_id", done.operationId())
                        .put("undone", done.undone())
                        .put("rows", done.rows().size()));
            case RollbackOutcome.NothingFound _ -> Answer.notFound("there is no operation of this id");
            case RollbackOutcome.AlreadyUndone already ->
                Answer.failed(Failure.of(Kind.CONFLICT, "it has been taken back already, by " + already.by()));
            case RollbackOutcome.Changed changed ->
                Answer.failed(new Failure(
                        Kind.CONFLICT,
                        "rows have been changed since; force=true overwrites that",
                        changed.rows().stream()
                                .map(row -> new Problem(
                                        row.type().table() + " " + row.key(),
                                        "changed",
                                        "changed since: " + String.join(", ", row.fields())))
                                .toList(),
                        Map.of()));
            case RollbackOutcome.Unclear unclear -> Answer.failed(Failure.of(Kind.CONFLICT, unclear.reason()));
            case RollbackOutcome.Blocked blocked ->
                Answer.failed(Outcomes.failure(blocked.cause()).orElseThrow());
        };
    }

    private static Answer array(List<HistoryEntry> entries) {
        var array = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> array.add(HistoryJson.of(entry)));
        return Answer.json(array);
    }
}
