// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;

/** Describes an operation step by step; {@link #handledBy} ends it. One thread at a time. */
public final class EndpointBuilder {

    private final Surface surface;
    private final Method method;
    private final PathTemplate path;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Response> responses = new ArrayList<>();
    private final Set<Kind> failures = EnumSet.noneOf(Kind.class);
    private String tag = "";
    private String operationId = "";
    private String summary = "";
    private String description = "";
    private Optional<Body> body = Optional.empty();
    private Role role;
    private boolean changesState;
    private Optional<String> successor = Optional.empty();
    private Optional<Function<Failure, Optional<Rendered>>> strict = Optional.empty();

    EndpointBuilder(Surface surface, Method method, PathTemplate path) {
        this.surface = surface;
        this.method = method;
        this.path = path;
        this.changesState = method != Method.GET;
        this.role = changesState ? Role.PROVISION : Role.READ;
    }

    /** The group in the documents. */
    public EndpointBuilder tag(String name) {
        tag = name;
        return this;
    }

    /** The id in the documents; without one it is PyHSS's for its operations, else made of method and path. */
    public EndpointBuilder operationId(String id) {
        operationId = id;
        return this;
    }

    /** One line of what it does. */
    public EndpointBuilder summary(String text) {
        summary = text;
        return this;
    }

    /** More of what it does, in CommonMark. */
    public EndpointBuilder description(String text) {
        description = text;
        return this;
    }

    /** Adds a parameter. */
    public EndpointBuilder parameter(Parameter parameter) {
        parameters.add(parameter);
        return this;
    }

    /** Adds parameters. */
    public EndpointBuilder parameters(List<Parameter> more) {
        parameters.addAll(more);
        return this;
    }

    /** Takes a JSON body that must be there. */
    public EndpointBuilder body(Schema schema, String text) {
        body = Optional.of(new Body(schema, true, text));
        return this;
    }

    /** Takes a JSON body that may be left out. */
    public EndpointBuilder optionalBody(Schema schema, String text) {
        body = Optional.of(new Body(schema, false, text));
        return this;
    }

    /** Answers 200 with a body of that shape. */
    public EndpointBuilder ok(String text, Schema schema) {
        return response(Response.ok(text, schema));
    }

    /** Adds an answer that is no failure. */
    public EndpointBuilder response(Response response) {
        responses.add(response);
        return this;
    }

    /** Adds failures beyond those that any operation of its sort has. */
    public EndpointBuilder fails(Kind... kinds) {
        failures.addAll(List.of(kinds));
        return this;
    }

    /** What the caller needs; without it READ for GET and PROVISION for all else. */
    public EndpointBuilder role(Role needed) {
        role = needed;
        return this;
    }

    /** Says that it changes something although it is a GET, which then needs PROVISION, or nothing although it is none. */
    public EndpointBuilder changesState(boolean changes) {
        changesState = changes;
        role = changes && role == Role.READ ? Role.PROVISION : role;
        return this;
    }

    /** Marks it as deprecated in favour of the operation {@code POST path}. */
    public EndpointBuilder deprecatedFor(String postPath) {
        successor = Optional.of(postPath);
        return this;
    }

    /** PyHSS's own answer to some failures, where {@code api.compatibility: strict} asks for it; empty for the common one. */
    public EndpointBuilder strict(Function<Failure, Optional<Rendered>> answer) {
        strict = Optional.of(answer);
        return this;
    }

    /** Ends the description. */
    public Endpoint handledBy(Handler handler) {
        failures.addAll(Endpoint.usual(role, !parameters.isEmpty(), body.isPresent()));
        return new Endpoint(
                surface,
                method,
                path,
                tag,
                id(),
                summary,
                description,
                parameters,
                body,
                responses,
                failures,
                role,
                changesState,
                successor,
                strict,
                handler);
    }

    private String id() {
        var pyHss = surface == Surface.PYHSS ? OperationIds.find(method, path) : Optional.<String>empty();
        return pyHss.orElseGet(() -> operationId.isEmpty() ? madeId() : operationId);
    }

    private String madeId() {
        var id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (var part : path.parts()) {
            var text = switch (part) {
                case PathTemplate.Part.Literal literal -> literal.text();
                case PathTemplate.Part.Variable variable -> variable.name();
                case PathTemplate.Part.Rest rest -> rest.name();
            };
            id.append('_').append(text.replace('.', '_').replace('-', '_'));
        }
        return id.toString();
    }
}
