// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;

/**
 * One operation of the REST interface: routes are made from it and documents written from it. Made by {@link #of}.
 *
 * @param surface which interface it belongs to
 * @param tag the group in the documents, such as {@code apn}
 * @param operationId unique in the documents
 * @param summary one line
 * @param description more, in CommonMark; may be empty
 * @param parameters of path, query and headers; each path variable has one, in the path's order
 * @param body what it takes
 * @param responses the answers that are no failures; at least one
 * @param failures the failures that it may answer
 * @param role what the caller needs
 * @param changesState whether it changes anything: such requests are audited, and need the key when provisioning is locked
 * @param successor the path of the operation that takes the place of this deprecated one, such as
 *     {@code POST /oam/deregister/{imsi}} for the GET
 * @param strict PyHSS's answer to a failure where that is not the common one ({@code api.compatibility: strict})
 * @param handler what it does
 */
public record Endpoint(
        Surface surface,
        Method method,
        PathTemplate path,
        String tag,
        String operationId,
        String summary,
        String description,
        List<Parameter> parameters,
        Optional<Body> body,
        List<Response> responses,
        Set<Kind> failures,
        Role role,
        boolean changesState,
        Optional<String> successor,
        Optional<Function<Failure, Optional<Rendered>>> strict,
        Handler handler) {

    /** Checks that the variables of the path and an answer are described. */
    public Endpoint {
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
        failures = Set.copyOf(failures);
        var described = parameters.stream()
                .filter(p -> p.in() == Parameter.In.PATH)
                .map(Parameter::name)
                .toList();
        if (!described.equals(path.variables())) {
            throw new IllegalArgumentException(
                    method + " " + path + " must describe its variables in order, not " + described);
        }
        if (responses.isEmpty()) {
            throw new IllegalArgumentException(method + " " + path + " describes no answer");
        }
    }

    /** Starts the description of an operation. */
    public static EndpointBuilder of(Surface surface, Method method, String path) {
        return new EndpointBuilder(surface, method, PathTemplate.of(path));
    }

    /** The failures that any operation of this sort may answer. */
    static Set<Kind> usual(Role role, boolean hasParameters, boolean hasBody) {
        var kinds = EnumSet.of(Kind.TOO_MANY, Kind.INTERNAL, Kind.UNAVAILABLE);
        if (role != Role.OPEN) {
            kinds.add(Kind.UNAUTHORIZED);
            kinds.add(Kind.FORBIDDEN);
        }
        if (hasParameters) {
            kinds.add(Kind.BAD_PARAMETER);
        }
        if (hasBody) {
            kinds.add(Kind.MALFORMED);
            kinds.add(Kind.TOO_LARGE);
        }
        return kinds;
    }
}
