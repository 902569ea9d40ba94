// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
import org.jhss.api.route.Response;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.object.Versions;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reading collections. */
final class CollectionReads {

    private static final int MOST_ROWS = 1000;
    private static final String OPERATORS_DOC =
            "Filters are `column=value` or `column[operator]=value` with eq, ne, lt, le, gt, ge, prefix, contains, in (values"
                    + " parted by commas), has (member of a comma list) or null (true or false); all of them must hold. Without"
                    + " `sort` the list is by id, and `cursor` goes on where the last page ended.";

    private final Objects objects;
    private final View view;
    private final int pageSize;

    CollectionReads(Objects objects, boolean insecureAuc, int pageSize) {
        this.objects = objects;
        this.view = insecureAuc ? View.FULL_WITH_SECRETS : View.FULL;
        this.pageSize = Math.min(pageSize, MOST_ROWS);
    }

    static Schema.Row row(Collection collection) {
        return new Schema.Row(collection.type(), Schema.Form.FULL, false);
    }

    static Parameter id(Collection collection) {
        return Parameter.path("id", Schema.id(), "Id of " + collection.type().description(), "1");
    }

    Endpoint list(Collection collection) {
        var page = new Schema.Fields(
                "Page of " + collection.name(),
                List.of(
                        Schema.Property.required("items", new Schema.ArrayOf(row(collection)), "The objects"),
                        Schema.Property.optional(
                                "total", new Schema.Whole(0, Long.MAX_VALUE), "How many there are, if asked for"),
                        Schema.Property.optional("next", Schema.text(2000), "Path of the next page, if there is one")));
        return Endpoint.of(Surface.V1, Method.GET, collection.path())
                .tag(collection.name())
                .operationId("list_" + collection.word())
                .summary("Lists " + collection.name() + ", filtered and sorted")
                .description(OPERATORS_DOC)
                .parameters(parameters(collection))
                .response(new Response(Status.OK, "The page", Optional.of(page), List.of("Link")))
                .handledBy(request -> page(collection, request));
    }

    Endpoint read(Collection collection) {
        return Endpoint.of(Surface.V1, Method.GET, collection.path() + "/{id}")
                .tag(collection.name())
                .operationId("get_" + collection.word())
                .summary("Reads " + collection.type().description())
                .parameter(id(collection))
                .parameter(Parameter.header(
                        "If-None-Match", Schema.text(1000), "Entity tags that the client has", "\"9f1c0a4b\""))
                .response(new Response(Status.OK, "The object", Optional.of(row(collection)), List.of("ETag")))
                .response(new Response(
                        Status.NOT_MODIFIED, "The client has it already", Optional.empty(), List.of("ETag")))
                .fails(Kind.NOT_FOUND)
                .handledBy(request -> objects.read(collection.type(), Math.toIntExact(request.pathNumber("id")))
                        .map(row -> one(request, row))
                        .orElseGet(() -> Answer.notFound(
                                "there is no " + collection.type().table() + " " + request.path("id"))));
    }

    /** A row as an answer with its entity tag. */
    Answer.Done answer(int status, ResourceRow row) {
        var shown = view.secrets() ? objects.reveal(row) : row;
        return Answer.json(status, RowJson.tree(shown, view)).with("ETag", Preconditions.tag(Versions.of(row)));
    }

    private Answer one(Request request, ResourceRow row) {
        var version = Versions.of(row);
        return Preconditions.isKnown(request, version)
                ? Answer.empty(Status.NOT_MODIFIED).with("ETag", Preconditions.tag(version))
                : answer(Status.OK, row);
    }

    private List<Parameter> parameters(Collection collection) {
        List<Parameter> all = new ArrayList<>(List.of(
                Parameter.query("limit", new Schema.Whole(1, MOST_ROWS), "Most objects", pageSize),
                Parameter.query("offset", new Schema.Whole(0, Integer.MAX_VALUE), "Objects to skip", 0),
                Parameter.query("cursor", Schema.text(100), "Where to go on, as in `next`", "YWZ0ZXI6MTAw"),
                Parameter.query("sort", Schema.text(200), "Columns parted by commas, - for falling", "-last_modified"),
                Parameter.query("total", new Schema.Flag(), "Whether to count all that meet the filters", "true")));
        for (var column : collection.type().columns()) {
            if (!column.isSecret()) {
                all.add(Parameter.query(
                        column.name(), new Schema.Any(), "Filter: " + column.description(), example(column)));
            }
        }
        return all;
    }

    private static String example(Column column) {
        return column.example().map(Object::toString).orElse("");
    }

    private Answer page(Collection collection, Request request) {
        var query = ListQuery.of(collection.type(), request.query());
        var filters = query.selection().filters();
        boolean byKey = query.selection().order().isEmpty();
        int limit = (int) request.queryNumber("limit");
        int offset = (int) request.queryNumber("offset");
        List<Problem> problems = new ArrayList<>(Outcomes.problems(query.problems()));
        var cursor = request.query("cursor");
        if (cursor.isPresent()) {
            var key = Cursor.parse(cursor.get());
            if (key.isEmpty() || !byKey) {
                problems.add(new Problem("cursor", "cursor", "is none of a list by id"));
            } else {
                query.after(key.getAsInt());
            }
        }
        if (!problems.isEmpty()) {
            return Answer.failed(Failure.of(Kind.BAD_PARAMETER, problems));
        }
        // One more than asked for tells whether there is a next page.
        var rows = objects.list(collection.type(), query.page(offset, limit + 1).selection());
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        boolean counted = request.query("total").filter("true"::equals).isPresent();
        var body = JsonNodeFactory.instance.objectNode();
        var items = body.putArray("items");
        shown.forEach(row -> items.add(RowJson.tree(view.secrets() ? objects.reveal(row) : row, view)));
        if (counted) {
            body.put("total", objects.count(collection.type(), filters));
        }
        if (!more) {
            return Answer.json(body);
        }
        var next = next(collection, request, byKey ? shown.getLast().key() : 0, offset + limit);
        body.put("next", next);
        return Answer.json(body).with("Link", "<" + next + ">; rel=\"next\"");
    }

    /** The path of the next page: by id after {@code key}, or with an offset when that is 0. */
    private static String next(Collection collection, Request request, int key, int offset) {
        var path = new StringBuilder(collection.path());
        char separator = '?';
        for (var parameter : request.query().values().entrySet()) {
            if (!parameter.getKey().equals("cursor") && !parameter.getKey().equals("offset")) {
                for (var value : parameter.getValue()) {
                    path.append(separator)
                            .append(encode(parameter.getKey()))
                            .append('=')
                            .append(encode(value));
                    separator = '&';
                }
            }
        }
        path.append(separator);
        return key > 0
                ? path.append("cursor=").append(Cursor.after(key)).toString()
                : path.append("offset=").append(offset).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
