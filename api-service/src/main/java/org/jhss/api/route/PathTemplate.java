// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path such as {@code /apn/{apn_id}}. A last part {@code {name...}} takes the rest of the path. It is served with and without a
 * slash at its end; the documents show it as it is written here.
 *
 * @param text as written
 * @param variables the names of its variables, in order
 */
public record PathTemplate(String text, List<Part> parts, List<String> variables) {

    /** What stands between two slashes. */
    public sealed interface Part {

        /** A text that must be there as it is. */
        record Literal(String text) implements Part {}

        /** One part of any text. */
        record Variable(String name) implements Part {}

        /** All that is left. */
        record Rest(String name) implements Part {}
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when it does not start with a slash, or something follows a rest
     */
    public static PathTemplate of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + text);
        }
        List<Part> parts = new ArrayList<>();
        for (var part : text.split("/", -1)) {
            if (!parts.isEmpty() && parts.getLast() instanceof Part.Rest) {
                throw new IllegalArgumentException("nothing can follow the rest of a path: " + text);
            }
            if (!part.isEmpty()) {
                parts.add(part(part));
            }
        }
        var names = parts.stream().flatMap(PathTemplate::name).toList();
        return new PathTemplate(text, List.copyOf(parts), names);
    }

    private static Part part(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return new Part.Literal(text);
        }
        var name = text.substring(1, text.length() - 1);
        return name.endsWith("...")
                ? new Part.Rest(name.substring(0, name.length() - "...".length()))
                : new Part.Variable(name);
    }

    private static Stream<String> name(Part part) {
        return switch (part) {
            case Part.Literal _ -> Stream.empty();
            case Part.Variable variable -> Stream.of(variable.name());
            case Part.Rest rest -> Stream.of(rest.name());
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
