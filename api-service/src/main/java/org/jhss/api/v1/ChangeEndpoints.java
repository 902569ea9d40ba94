// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Surface;
import org.jhss.identity.Imsi;
import org.jhss.provisioning.history.ChangesJson;
import org.jhss.store.change.Change;
import org.jhss.store.change.ChangeFilter;
import org.jhss.store.change.ChangeLog;
import org.jhss.store.change.ChangeState;
import tools.jackson.databind.node.JsonNodeFactory;

/** What became of changes in the network: which node was told, and what it answered. */
final class ChangeEndpoints {

    private static final int LONGEST_ID = 36;
    private static final int LONGEST_HOST = 255;
    private static final int MOST_ROWS = 1000;
    private static final List<String> STATES =
            Stream.of(ChangeState.values()).map(ChangeState::label).toList();
    private static final Schema WHEN = new Schema.Nullable(new Schema.Moment());
    private static final Schema NUMBER = new Schema.Whole(0, Long.MAX_VALUE);
    private static final Schema.Fields RESULT = new Schema.Fields(
            "Change at a node",
            List.of(
                    Property.required("host", Schema.text(LONGEST_HOST), "The node"),
                    Property.required("command", new Schema.Choice(List.of("CLR", "IDR", "DSR")), "What it was sent"),
                    Property.required("imsi", Schema.text(18), "The subscriber"),
                    Property.required("success", new Schema.Flag(), "Whether it did it"),
                    Property.required("result", Schema.text(64), "Result code, or why there is none"),
                    Property.required("attempt", NUMBER, "Which attempt it was, from 1 on"),
                    Property.required("at", new Schema.Moment(), "When that was known"),
                    Property.required("milliseconds", NUMBER, "From sending to that")));
    private static final Schema.Fields CHANGE = new Schema.Fields(
            "Network change",
            List.of(
                    Property.required("change_id", Schema.id(), "Number; greater ones are later"),
                    Property.required("created", new Schema.Moment(), "When the change was made"),
                    Property.required("kind", Schema.text(24), "What changed").example("SUBSCRIPTION"),
                    Property.required(
                            "imsi", new Schema.Nullable(Schema.text(18)), "The subscriber; null for all concerned"),
                    Property.required(
                            "operation_id", new Schema.Nullable(Schema.text(LONGEST_ID)), "Operation that made it"),
                    Property.required("state", new Schema.Choice(STATES), "How far it is"),
                    Property.required("attempts", NUMBER, "How often it was tried"),
                    Property.required("finished", WHEN, "When it ended"),
                    Property.required("results", new Schema.ArrayOf(RESULT), "What the nodes answered")));

    private final ChangeLog log;
    private final int pageSize;

    ChangeEndpoints(ChangeLog log, int pageSize) {
        this.log = log;
        this.pageSize = Math.min(pageSize, MOST_ROWS);
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.of(Surface.V1, Method.GET, "/v1/changes")
                        .tag("changes")
                        .operationId("list_changes")
                        .summary(
                                "Lists what the network was told of changes, and what its nodes answered, latest first")
                        .parameters(List.of(
                                Parameter.query(
                                        "operation_id", Schema.text(LONGEST_ID), "Made by this operation", "op-1"),
                                Parameter.query("imsi", Schema.text(18), "Of this subscriber", "999990000000001"),
                                Parameter.query("state", new Schema.Choice(STATES), "In this state", "failed"),
                                Parameter.query(
                                        "before", Schema.id(), "With a number below this: the next page", "100"),
                                Parameter.query("limit", new Schema.Whole(1, MOST_ROWS), "Most changes", pageSize)))
                        .ok("The changes", new Schema.ArrayOf(CHANGE))
                        .handledBy(this::list),
                Endpoint.of(Surface.V1, Method.GET, "/v1/changes/{change_id}")
                        .tag("changes")
                        .operationId("get_change")
                        .summary("Reads what the network was told of one change")
                        .parameter(Parameter.path("change_id", Schema.id(), "Number of the change", "1"))
                        .ok("The change", CHANGE)
                        .fails(Kind.NOT_FOUND)
                        .handledBy(request -> log.get(request.pathNumber("change_id"))
                                .<Answer>map(change ->
                                        Answer.json(ChangesJson.of(change, log.results(List.of(change.id())))))
                                .orElseGet(() -> Answer.notFound("there is no change " + request.path("change_id")))));
    }

    private Answer list(Request request) {
        var imsi = request.query("imsi");
        var parsed = imsi.flatMap(Imsi::parse);
        if (imsi.isPresent() && parsed.isEmpty()) {
            return Answer.failed(Failure.of(Kind.BAD_PARAMETER, "imsi", "imsi", "is no IMSI"));
        }
        var before = request.query("before");
        var changes = log.find(
                new ChangeFilter(
                        request.query("operation_id"),
                        parsed,
                        OptionalLong.empty(),
                        request.query("state").flatMap(ChangeState::of),
                        Optional.empty(),
                        before.isPresent() ? OptionalLong.of(Long.parseLong(before.get())) : OptionalLong.empty()),
                (int) request.queryNumber("limit"));
        var results = log.results(changes.stream().map(Change::id).toList());
        var array = JsonNodeFactory.instance.arrayNode();
        for (var change : changes) {
            array.add(ChangesJson.of(change, results));
        }
        return Answer.json(array);
    }
}
