// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jhss.provisioning.object.FieldProblem;
import org.jhss.provisioning.object.NewRow;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The REST interface's paths under {@code /v1}. */
final class RemoteTarget implements Target {

    private static final int LAST_CHECKED = 200;

    private final ApiClient api;
    private final Optional<String> operationId;

    RemoteTarget(ApiClient api, Optional<String> operationId) {
        this.api = api;
        this.operationId = operationId;
    }

    @Override
    public Answer create(ResourceType type, ObjectNode input) throws IOException {
        return create(type, input, newOperation());
    }

    private Answer create(ResourceType type, ObjectNode input, String operation) throws IOException {
        return changed(type, "POST", "", Optional.of(input), operation);
    }

    /** There is no one request for several rows: what is there already is deleted again when a later one is refused. */
    @Override
    public List<Answer> createTogether(List<NewRow> rows) throws IOException {
        var operation = newOperation();
        var created = new ArrayList<Answer>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var answer = create(row.type(), Links.linked(row, rows, created), operation);
            if (answer instanceof Answer.Refusal) {
                for (int j = i - 1; j >= 0; j--) {
                    takeBack(rows.get(j).type(), created.get(j), operation);
                }
                return List.of(answer);
            }
            created.add(answer);
        }
        return created;
    }

    private void takeBack(ResourceType type, Answer created, String operation) throws IOException {
        if (created instanceof Answer.Done done) {
            int key = done.row().path(type.key().name()).asInt(0);
            if (changed(type, "DELETE", "/" + key, Optional.empty(), operation) instanceof Answer.Refusal) {
                throw new IOException("a later row was refused, and " + type.table() + " " + key
                        + ", which was stored before it, could not be deleted again");
            }
        }
    }

    @Override
    public Answer update(ResourceType type, int key, ObjectNode input) throws IOException {
        var before = read(type, key);
        if (!(before instanceof Answer.Done known)) {
            return before;
        }
        var answer = changed(type, "PATCH", "/" + key, Optional.of(input), newOperation());
        return answer instanceof Answer.Done done && done.row().equals(known.row())
                ? Answer.Done.read(done.row())
                : answer;
    }

    @Override
    public Answer delete(ResourceType type, int key) throws IOException {
        var before = read(type, key);
        if (!(before instanceof Answer.Done known)) {
            return before;
        }
        var answer = changed(type, "DELETE", "/" + key, Optional.empty(), newOperation());
        return answer instanceof Answer.Done done
                ? new Answer.Done(known.row(), done.operationId(), List.of())
                : answer;
    }

    @Override
    public Answer read(ResourceType type, int key) throws IOException {
        var path = Paths.of(type);
        if (path.isEmpty()) {
            return unserved(type);
        }
        var reply = api.get(path.get() + "/" + key);
        return reply.isGood() ? Answer.Done.read(object(reply.body())) : refusal(reply);
    }

    @Override
    public Listing list(ResourceType type, RowQuery query) throws IOException {
        var path = Paths.of(type);
        if (path.isEmpty()) {
            return new Listing.Refused(unserved(type));
        }
        var reply = api.get(path.get() + Paths.query(query));
        return reply.isGood()
                ? new Listing.Rows(
                        objects(reply.body().path("items")),
                        reply.body().path("total").asLong(0))
                : new Listing.Refused(refusal(reply));
    }

    @Override
    public Listing history(Optional<ResourceType> type, Optional<Integer> key, int limit) throws IOException {
        return entries(
                "?limit=" + limit + type.map(one -> "&table=" + one.table()).orElse("")
                        + key.map(id -> "&item_id=" + id).orElse(""));
    }

    @Override
    public Listing operation(String id) throws IOException {
        return entries("/" + Paths.encode(id));
    }

    private Listing entries(String rest) throws IOException {
        return array("/v1/operations" + rest);
    }

    private Listing array(String path) throws IOException {
        var reply = api.get(path);
        if (!reply.isGood()) {
            return new Listing.Refused(refusal(reply));
        }
        var entries = objects(reply.body());
        return new Listing.Rows(entries, entries.size());
    }

    @Override
    public Listing changes(ChangeQuery query) throws IOException {
        return array("/v1/changes?limit=" + query.limit()
                + query.operationId()
                        .map(id -> "&operation_id=" + Paths.encode(id))
                        .orElse("")
                + query.imsi().map(imsi -> "&imsi=" + imsi.value()).orElse("")
                + query.state().map(state -> "&state=" + state.label()).orElse(""));
    }

    @Override
    public Answer rollback(Optional<String> id, boolean forced) throws IOException {
        var wanted = id.isPresent() ? id : last();
        if (wanted.isEmpty()) {
            return new Answer.NotFound("there is no such operation to take back");
        }
        var reply = api.send(
                "POST",
                "/v1/operations/" + Paths.encode(wanted.get()) + "/rollback" + (forced ? "?force=true" : ""),
                Optional.empty());
        return reply.isGood()
                ? new Answer.Done(
                        object(reply.body()), reply.body().path("operation_id").asString(""), List.of())
                : refusal(reply);
    }

    private Optional<String> last() throws IOException {
        return history(Optional.empty(), Optional.empty(), LAST_CHECKED) instanceof Listing.Rows(var entries, var _)
                ? entries.stream()
                        .filter(entry -> entry.path("undoes").isNull()
                                && entry.path("undone_by").isNull())
                        .map(entry -> entry.path("operation_id").asString(""))
                        .findFirst()
                : Optional.empty();
    }

    private Answer changed(ResourceType type, String method, String rest, Optional<JsonNode> body, String operation)
            throws IOException {
        var path = Paths.of(type);
        if (path.isEmpty()) {
            return unserved(type);
        }
        var reply = api.send(method, path.get() + rest + "?operation_id=" + Paths.encode(operation), body);
        return reply.isGood() ? new Answer.Done(object(reply.body()), operation, List.of()) : refusal(reply);
    }

    private String newOperation() {
        return operationId.orElseGet(() -> UUID.randomUUID().toString());
    }

    private static Answer.Refusal unserved(ResourceType type) {
        return new Answer.NotFound(
                "the REST interface has no path for " + type.table() + "; jhss history shows the log");
    }

    private static Answer.Refusal refusal(ApiClient.Reply reply) {
        var detail = ApiClient.detail(reply);
        return switch (reply.status()) {
            case 404 -> new Answer.NotFound(detail);
            case 409, 412 -> new Answer.Conflict(detail);
            default -> new Answer.Invalid(problems(reply.body().path("errors"), detail));
        };
    }

    private static List<FieldProblem> problems(JsonNode errors, String detail) {
        var problems = new ArrayList<FieldProblem>();
        for (var error : errors) {
            problems.add(new FieldProblem(
                    error.path("field").asString(""),
                    error.path("rule").asString(""),
                    error.path("message").asString("")));
        }
        return problems.isEmpty() ? List.of(new FieldProblem("", "", detail)) : problems;
    }

    private static ObjectNode object(JsonNode body) {
        return body instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private static List<ObjectNode> objects(JsonNode array) {
        var objects = new ArrayList<ObjectNode>();
        array.forEach(item -> objects.add(object(item)));
        return objects;
    }

    @Override
    public void close() {
        api.close();
    }
}
