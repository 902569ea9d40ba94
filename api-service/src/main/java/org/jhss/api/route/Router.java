// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation that a path and method mean. A literal part wins over a variable one, so {@code /apn/list} is no APN called
 * "list", in whatever order the operations come. Thread-safe once made.
 */
public final class Router {

    /** What was found. */
    public sealed interface Match {

        /**
         * The operation.
         *
         * @param values the decoded values of the path's variables, in order
         */
        record Found(Endpoint endpoint, List<String> values) implements Match {}

        /** The path is served, but not with this method. */
        record WrongMethod(Set<Method> allowed) implements Match {}

        /** Nothing is served at this path. */
        record Unknown() implements Match {}
    }

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final Map<Method, Endpoint> here = new EnumMap<>(Method.class);
        final Map<Method, Endpoint> rest = new EnumMap<>(Method.class);

        @Nullable
        Node variable;

        Node variable() {
            if (variable == null) {
                variable = new Node();
            }
            return variable;
        }
    }

    private static final Match UNKNOWN = new Match.Unknown();

    private final Node root = new Node();

    /**
     * Makes a router.
     *
     * @throws IllegalArgumentException when two operations have the same method and shape of path
     */
    public Router(Collection<Endpoint> endpoints) {
        endpoints.forEach(this::add);
    }

    /** The operation that serves {@code method} at the raw (still encoded) {@code path}. */
    public Match find(String method, String path) {
        var parts = split(path);
        List<String> values = new ArrayList<>(2);
        var found = descend(root, parts, 0, values);
        if (found == null) {
            return UNKNOWN;
        }
        var endpoint = Method.of(method).map(found::get).orElse(null);
        return endpoint == null
                ? new Match.WrongMethod(EnumSet.copyOf(found.keySet()))
                : new Match.Found(endpoint, values);
    }

    private void add(Endpoint endpoint) {
        var node = root;
        for (var part : endpoint.path().parts()) {
            switch (part) {
                case PathTemplate.Part.Literal literal ->
                    node = node.literals.computeIfAbsent(literal.text(), _ -> new Node());
                case PathTemplate.Part.Variable _ -> node = node.variable();
                case PathTemplate.Part.Rest _ -> {
                    put(node.rest, endpoint);
                    return;
                }
            }
        }
        put(node.here, endpoint);
    }

    private static void put(Map<Method, Endpoint> target, Endpoint endpoint) {
        var other = target.putIfAbsent(endpoint.method(), endpoint);
        if (other != null) {
            throw new IllegalArgumentException(
                    endpoint.method() + " " + endpoint.path() + " is served twice, also by " + other.operationId());
        }
    }

    private static @Nullable Map<Method, Endpoint> descend(Node node, List<String> parts, int at, List<String> values) {
        if (at == parts.size()) {
            return node.here.isEmpty() ? (node.rest.isEmpty() ? null : rest(node, parts, at, values)) : node.here;
        }
        var part = parts.get(at);
        var literal = node.literals.get(part);
        if (literal != null) {
            var found = descend(literal, parts, at + 1, values);
            if (found != null) {
                return found;
            }
        }
        if (node.variable != null) {
            values.add(decode(part));
            var found = descend(node.variable, parts, at + 1, values);
            if (found != null) {
                return found;
            }
            values.removeLast();
        }
        return node.rest.isEmpty() ? null : rest(node, parts, at, values);
    }

    private static Map<Method, Endpoint> rest(Node node, List<String> parts, int at, List<String> values) {
        values.add(decode(String.join("/", parts.subList(at, parts.size()))));
        return node.rest;
    }

    /** The parts between slashes; one slash at the end makes no difference, an empty part in the middle does. */
    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>(4);
        int start = 1;
        while (start < path.length()) {
            int end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            parts.add(path.substring(start, end));
            start = end + 1;
        }
        return parts;
    }

    /** Decodes %XX; unlike in a query, a plus sign is itself. */
    private static String decode(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return part;
        }
    }
}
