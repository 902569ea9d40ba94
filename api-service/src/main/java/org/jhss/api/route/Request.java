// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request whose path, parameters and body keep the rules of its {@link Endpoint}. One thread at a time. */
public final class Request {

    private final Endpoint endpoint;
    private final List<String> pathValues;
    private final Query query;
    private final Function<String, @Nullable String> headers;
    private final Optional<JsonNode> body;
    private final Caller caller;
    private final String id;

    /**
     * @param pathValues decoded values of the path's variables, in order
     * @param headers finds a header's value by its name; null for none
     * @param body empty when the operation takes none or an optional one was left out
     * @param id names the request in answers and logs
     */
    public Request(
            Endpoint endpoint,
            List<String> pathValues,
            Query query,
            Function<String, @Nullable String> headers,
            Optional<JsonNode> body,
            Caller caller,
            String id) {
        this.endpoint = endpoint;
        this.pathValues = List.copyOf(pathValues);
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.caller = caller;
        this.id = id;
    }

    /** The operation. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * The value of a path variable.
     *
     * @throws IllegalArgumentException when the path has no such variable: a defect
     */
    public String path(String name) {
        int index = endpoint.path().variables().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(endpoint.path() + " has no {" + name + "}");
        }
        return pathValues.get(index);
    }

    /** The value of a path variable that is declared to be a whole number. */
    public long pathNumber(String name) {
        return Long.parseLong(path(name));
    }

    /** A query parameter, or its declared default. */
    public Optional<String> query(String name) {
        return query.first(name)
                .or(() -> endpoint.parameters().stream()
                        .filter(p -> p.in() == Parameter.In.QUERY && p.name().equals(name))
                        .findFirst()
                        .flatMap(Parameter::defaultText));
    }

    /**
     * A query parameter that is declared to be a whole number with a default.
     *
     * @throws IllegalArgumentException when it is not declared so: a defect
     */
    public long queryNumber(String name) {
        return Long.parseLong(query(name)
                .orElseThrow(() -> new IllegalArgumentException(endpoint.path() + " has no default of " + name)));
    }

    /** All query parameters as sent. */
    public Query query() {
        return query;
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /** The body. */
    public Optional<JsonNode> body() {
        return body;
    }

    /** The body of an operation that takes an object; an empty object where it was left out. */
    public ObjectNode object() {
        return body.isPresent() && body.get() instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
    }

    /** Who asks. */
    public Caller caller() {
        return caller;
    }

    /** Names the request in answers and logs. */
    public String id() {
        return id;
    }
}
