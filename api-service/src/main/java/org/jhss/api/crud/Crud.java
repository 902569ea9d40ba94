// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.List;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.object.Outcome;
import tools.jackson.databind.node.JsonNodeFactory;

/** The five operations that most of PyHSS's objects have. */
final class Crud {

    private static final int LONGEST_OPERATION_ID = 36;
    private static final int LARGEST_PAGE = 100_000_000;
    private static final int INTERNAL = 500;

    /** What a delete answers. */
    static final Schema.Fields OK = new Schema.Fields(
            "Deleted",
            List.of(Schema.Property.required("Result", new Schema.Choice(List.of("OK")), "Always OK")
                    .example("OK")));

    static final Parameter OPERATION_ID = Parameter.query(
            "operation_id",
            Schema.text(LONGEST_OPERATION_ID),
            "Id of the operation in the operation log; several changes may share one. Default: a random one.",
            "7a6f2c3e-0c52-4a57-9d9b-0a4e6f9c3d11");

    private final Objects objects;
    private final Rows rows;
    private final int pageSize;

    Crud(Objects objects, Rows rows, int pageSize) {
        this.objects = objects;
        this.rows = rows;
        this.pageSize = pageSize;
    }

    /** Create, read, change, delete, list. */
    List<Endpoint> all(Resource resource) {
        return List.of(create(resource), read(resource), update(resource), delete(resource), list(resource));
    }

    Endpoint create(Resource resource) {
        var type = resource.type();
        return start(resource, Method.PUT, resource.base() + "/")
                .operationId("Create " + resource.name() + " Object")
                .summary("Creates " + type.description())
                .description(
                        "Keys that are left out get their default. The object's own id may be chosen; without it the server does.")
                .parameter(OPERATION_ID)
                .body(Schema.row(type), "The object; its id may be left out")
                .ok("The object as stored", Schema.row(type))
                .fails(Kind.INVALID, Kind.CONFLICT)
                .handledBy(request -> changed(objects.create(type, request.object(), Outcomes.actor(request))));
    }

    Endpoint read(Resource resource) {
        return start(resource, Method.GET, resource.base() + "/{" + resource.id() + "}")
                .operationId("get_py_hss_" + resource.idWord() + "__get")
                .summary("Reads " + resource.type().description())
                .parameter(id(resource))
                .ok("The object", Schema.row(resource.type()))
                .fails(Kind.NOT_FOUND)
                .handledBy(request -> rows.byKey(resource.type(), request.pathNumber(resource.id())));
    }

    Endpoint update(Resource resource) {
        var type = resource.type();
        return start(resource, Method.PATCH, resource.base() + "/{" + resource.id() + "}")
                .operationId("Update " + resource.name() + " Object")
                .summary("Changes " + type.description())
                .description("Only the keys that are sent are changed; unknown ones are ignored.")
                .parameters(List.of(id(resource), OPERATION_ID))
                .optionalBody(new Schema.Row(type, Schema.Form.COMPATIBLE, true), "The keys to change")
                .ok("The object after the change", Schema.row(type))
                .fails(Kind.NOT_FOUND, Kind.INVALID, Kind.CONFLICT)
                .handledBy(request -> changed(objects.update(
                        type, key(request, resource), request.object(), Optional.empty(), Outcomes.actor(request))));
    }

    Endpoint delete(Resource resource) {
        return start(resource, Method.DELETE, resource.base() + "/{" + resource.id() + "}")
                .operationId("delete_py_hss_" + resource.idWord() + "__get")
                .summary("Deletes " + resource.type().description())
                .description("Refused while other objects refer to it; the answer names them.")
                .parameters(List.of(id(resource), OPERATION_ID))
                .ok("It is deleted", OK)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .handledBy(request -> delete(resource, key(request, resource), request));
    }

    Endpoint list(Resource resource) {
        return start(resource, Method.GET, resource.base() + "/list")
                .operationId("get_py_hss_" + resource.idWord() + "__all")
                .summary("Lists all of " + resource.tag() + ", by id")
                .parameters(paging(pageSize))
                .ok("The page as an array; empty beyond the last", new Schema.ArrayOf(Schema.row(resource.type())))
                .strict(Crud::strictPaging)
                .handledBy(request -> rows.page(
                        resource.type(), List.of(), request.queryNumber("page"), request.queryNumber("page_size")));
    }

    /** Deletes a row and answers as PyHSS does. */
    Answer delete(Resource resource, int key, Request request) {
        return switch (objects.delete(resource.type(), key, Optional.empty(), Outcomes.actor(request))) {
            case Outcome.Done _ -> deleted();
            case Outcome other -> failed(other);
        };
    }

    static Answer deleted() {
        return Answer.json(JsonNodeFactory.instance.objectNode().put("Result", "OK"));
    }

    static List<Parameter> paging(int pageSize) {
        return List.of(
                Parameter.query("page", new Schema.Whole(0, LARGEST_PAGE), "Page, counted from 0", 0),
                Parameter.query(
                        "page_size", new Schema.Whole(0, LARGEST_PAGE), "Objects per page; 0 for all", pageSize));
    }

    /** PyHSS converts the numbers itself and fails on what is none. */
    static Optional<Rendered> strictPaging(Failure failure) {
        return failure.kind() == Kind.BAD_PARAMETER
                ? Optional.of(Rendered.json(
                        INTERNAL,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("result", "Failed")
                                .put("reason", "An internal server error occurred: " + failure.reason())))
                : Optional.empty();
    }

    static EndpointBuilder start(Resource resource, Method method, String path) {
        return Endpoint.of(Surface.PYHSS, method, path).tag(resource.tag());
    }

    static Parameter id(Resource resource) {
        return Parameter.path(
                resource.id(), Schema.id(), "Id of " + resource.type().description(), "1");
    }

    private Answer changed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> rows.answer(done.row());
            case Outcome other -> failed(other);
        };
    }

    private static Answer failed(Outcome outcome) {
        return Answer.failed(Outcomes.failure(outcome).orElseThrow());
    }

    private static int key(Request request, Resource resource) {
        return Math.toIntExact(request.pathNumber(resource.id()));
    }
}
