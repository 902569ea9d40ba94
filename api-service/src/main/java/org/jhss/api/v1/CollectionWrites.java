// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.api.crud.Outcomes;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Problem;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Response;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.object.Outcome;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/** Changing collections. */
final class CollectionWrites {

    private static final int LONGEST_OPERATION_ID = 36;
    private static final Parameter OPERATION_ID = Parameter.query(
            "operation_id",
            Schema.text(LONGEST_OPERATION_ID),
            "Id of the operation in the log; several changes may share one",
            "7a6f2c3e-0c52-4a57-9d9b-0a4e6f9c3d11");

    private final Objects objects;
    private final CollectionReads reads;
    private final Idempotency idempotency;
    private final boolean requireIfMatch;

    CollectionWrites(Objects objects, CollectionReads reads, Idempotency idempotency, boolean requireIfMatch) {
        this.objects = objects;
        this.reads = reads;
        this.idempotency = idempotency;
        this.requireIfMatch = requireIfMatch;
    }

    List<Endpoint> all(Collection collection) {
        return List.of(create(collection), merge(collection), replace(collection), delete(collection));
    }

    private Endpoint create(Collection collection) {
        var row = CollectionReads.row(collection);
        return start(collection, Method.POST, collection.path(), "create_")
                .summary("Creates " + collection.type().description())
                .parameters(List.of(OPERATION_ID, Idempotency.PARAMETER))
                .body(row, "The object; its id may be left out")
                .response(new Response(
                        Status.CREATED, "The object as stored", Optional.of(row), List.of("Location", "ETag")))
                .fails(Kind.INVALID, Kind.CONFLICT)
                .handledBy(idempotency.once(
                        collection.type(),
                        request -> created(
                                collection,
                                objects.create(collection.type(), request.object(), Outcomes.actor(request)))));
    }

    private Endpoint merge(Collection collection) {
        return change(collection, Method.PATCH, "update_")
                .summary("Changes " + collection.type().description())
                .description("JSON merge patch (RFC 7396): keys that are sent are changed, null empties.")
                .body(new Schema.Row(collection.type(), Schema.Form.FULL, true), "The keys to change")
                .handledBy(request -> update(collection, request, request.object()));
    }

    private Endpoint replace(Collection collection) {
        return change(collection, Method.PUT, "replace_")
                .summary("Replaces " + collection.type().description())
                .description(
                        "Keys that are left out get their default, except keys of SIMs and what the network has set.")
                .body(CollectionReads.row(collection), "The object")
                .handledBy(request -> update(collection, request, whole(collection.type(), request.object())));
    }

    private Endpoint delete(Collection collection) {
        return start(collection, Method.DELETE, collection.path() + "/{id}", "delete_")
                .summary("Deletes " + collection.type().description())
                .description("Refused while other objects refer to it; the answer names them.")
                .parameters(List.of(CollectionReads.id(collection), OPERATION_ID, Preconditions.IF_MATCH))
                .response(new Response(Status.NO_CONTENT, "It is deleted", Optional.empty(), List.of()))
                .fails(Kind.NOT_FOUND, Kind.CONFLICT, Kind.STALE, Kind.PRECONDITION_REQUIRED)
                .handledBy(request -> {
                    var missing = Preconditions.missing(request, requireIfMatch);
                    if (missing.isPresent()) {
                        return Answer.failed(missing.get());
                    }
                    var outcome = objects.delete(
                            collection.type(), key(request), Preconditions.version(request), Outcomes.actor(request));
                    return Outcomes.failure(outcome)
                            .<Answer>map(Answer::failed)
                            .orElseGet(() -> Answer.empty(Status.NO_CONTENT));
                });
    }

    private static EndpointBuilder change(Collection collection, Method method, String verb) {
        return start(collection, method, collection.path() + "/{id}", verb)
                .parameters(List.of(CollectionReads.id(collection), OPERATION_ID, Preconditions.IF_MATCH))
                .response(new Response(
                        Status.OK,
                        "The object after the change",
                        Optional.of(CollectionReads.row(collection)),
                        List.of("ETag")))
                .fails(Kind.NOT_FOUND, Kind.INVALID, Kind.CONFLICT, Kind.STALE, Kind.PRECONDITION_REQUIRED);
    }

    private static EndpointBuilder start(Collection collection, Method method, String path, String verb) {
        return Endpoint.of(Surface.V1, method, path).tag(collection.name()).operationId(verb + collection.word());
    }

    private Answer created(Collection collection, Outcome outcome) {
        return outcome instanceof Outcome.Done done
                ? reads.answer(Status.CREATED, done.row())
                        .with("Location", collection.path() + "/" + done.row().key())
                : Answer.failed(Outcomes.failure(outcome).orElseThrow());
    }

    private Answer update(Collection collection, Request request, ObjectNode input) {
        var missing = Preconditions.missing(request, requireIfMatch);
        if (missing.isPresent()) {
            return Answer.failed(missing.get());
        }
        List<Problem> unknown = new ArrayList<>();
        for (var name : input.propertyNames()) {
            if (collection.type().column(name).isEmpty()) {
                unknown.add(new Problem(
                        name, "unknown", "is no column of " + collection.type().table()));
            }
        }
        if (!unknown.isEmpty()) {
            return Answer.failed(Failure.of(Kind.INVALID, unknown));
        }
        var outcome = objects.update(
                collection.type(), key(request), input, Preconditions.version(request), Outcomes.actor(request));
        return outcome instanceof Outcome.Done done
                ? reads.answer(Status.OK, done.row())
                : Answer.failed(Outcomes.failure(outcome).orElseThrow());
    }

    /** {@code sent} with the defaults of what it leaves out. */
    private static ObjectNode whole(ResourceType type, ObjectNode sent) {
        var whole = sent.deepCopy();
        for (var column : type.columns()) {
            boolean keep = column.isKey() || column.isReadOnly() || column.isSecret() || column.isServingState();
            if (!keep && !whole.has(column.name())) {
                put(whole, column);
            }
        }
        return whole;
    }

    private static void put(ObjectNode whole, Column column) {
        switch (column.defaultValue().orElse(Optional.empty())) {
            case Integer number -> whole.put(column.name(), number);
            case Long number -> whole.put(column.name(), number);
            case Boolean bool -> whole.put(column.name(), bool);
            case String text -> whole.put(column.name(), text);
            default -> whole.putNull(column.name());
        }
    }

    private static int key(Request request) {
        return Math.toIntExact(request.pathNumber("id"));
    }
}
