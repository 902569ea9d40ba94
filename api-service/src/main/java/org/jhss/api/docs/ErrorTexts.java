// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jhss.api.error.Failure;
import org.jhss.api.error.FailureStyle;
import org.jhss.api.error.FailureStyles;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Surface;

/** The failures of an operation, with the very bodies that the server answers. */
final class ErrorTexts {

    /** PyHSS's form with names of fields. */
    static final Schema.Fields FAILED = new Schema.Fields(
            "Failed",
            List.of(
                    Property.required("result", new Schema.Choice(List.of("Failed")), "Always Failed")
                            .example("Failed"),
                    Property.required("reason", Schema.text(Integer.MAX_VALUE), "What is wrong, for people")
                            .example("imsi: must be 5 to 15 decimal digits"),
                    Property.optional("errors", new Schema.ArrayOf(fieldError()), "What is wrong with which field")));

    /** PyHSS's form for a missing key. */
    static final Schema.Fields UNAUTHORIZED = new Schema.Fields(
            "Unauthorized",
            List.of(Property.required("Result", Schema.text(Integer.MAX_VALUE), "Why")
                    .example("Unauthorized - Provisioning-Key Invalid")));

    /** RFC 9457. */
    static final Schema.Fields PROBLEM = new Schema.Fields(
            "Problem",
            List.of(
                    Property.required("type", Schema.text(Integer.MAX_VALUE), "Always about:blank")
                            .example("about:blank"),
                    Property.required("title", Schema.text(Integer.MAX_VALUE), "The sort of failure")
                            .example("Unprocessable content"),
                    Property.required("status", new Schema.Whole(400, 599), "The HTTP status")
                            .example("422"),
                    Property.required("detail", Schema.text(Integer.MAX_VALUE), "What is wrong, for people")
                            .example("imsi: must be 5 to 15 decimal digits"),
                    Property.required("instance", Schema.text(Integer.MAX_VALUE), "Names the request")
                            .example("urn:jhss:request:5f2c9a7be01d4c33"),
                    Property.optional("errors", new Schema.ArrayOf(fieldError()), "What is wrong with which field")));

    private static final String REQUEST = "5f2c9a7be01d4c33";

    private ErrorTexts() {}

    /** The kinds of failure of an operation by status. */
    static SortedMap<Integer, List<Kind>> byStatus(Endpoint endpoint) {
        var found = new TreeMap<Integer, List<Kind>>();
        endpoint.failures().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(kind -> found.computeIfAbsent(kind.status(), _ -> new ArrayList<>())
                        .add(kind));
        return found;
    }

    /** When they are answered. */
    static String description(List<Kind> kinds) {
        return kinds.stream().map(Kind::description).collect(Collectors.joining(" Or: "));
    }

    /** The shape of the body. */
    static Schema.Fields model(Endpoint endpoint, Kind kind) {
        if (endpoint.surface() == Surface.V1) {
            return PROBLEM;
        }
        return kind == Kind.UNAUTHORIZED ? UNAUTHORIZED : FAILED;
    }

    /** A body as the server makes it. */
    static Rendered example(Endpoint endpoint, Kind kind) {
        FailureStyle style = endpoint.surface() == Surface.V1 ? FailureStyles.PROBLEM : FailureStyles.COMPATIBLE;
        return style.render(failure(endpoint, kind), REQUEST);
    }

    private static Failure failure(Endpoint endpoint, Kind kind) {
        if (kind == Kind.INVALID) {
            return Failure.of(kind, field(endpoint), "type", "must be of the documented type");
        }
        if (kind == Kind.BAD_PARAMETER && !endpoint.parameters().isEmpty()) {
            var parameter = endpoint.parameters().getFirst();
            return Failure.of(kind, parameter.name(), "type", "must be of the documented type");
        }
        return Failure.of(kind, kind.description());
    }

    private static String field(Endpoint endpoint) {
        return endpoint.body()
                .map(body -> switch (body.schema()) {
                    case Schema.Row row -> row.resource().columns().get(1).name();
                    case Schema.Fields fields
                    when !fields.properties().isEmpty() ->
                        fields.properties().getFirst().name();
                    default -> "body";
                })
                .orElse("body");
    }

    private static Schema.Fields fieldError() {
        return new Schema.Fields(
                "FieldError",
                List.of(
                        Property.required("field", Schema.text(Integer.MAX_VALUE), "Key or parameter")
                                .example("imsi"),
                        Property.required("rule", Schema.text(Integer.MAX_VALUE), "The rule it breaks, for programs")
                                .example("imsi"),
                        Property.required("message", Schema.text(Integer.MAX_VALUE), "What is wrong, for people")
                                .example("must be 5 to 15 decimal digits")));
    }
}
