// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * PyHSS's shapes with telling statuses: {@code {"result":"Failed","reason":...}}, and {@code errors} that name fields and rules where
 * there are any. What PyHSS answers uniformly keeps its exact body, since clients compare it.
 */
final class CompatibleStyle implements FailureStyle {

    static final String UNAUTHORIZED = "Unauthorized - Provisioning-Key Invalid";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public Rendered render(Failure failure, String requestId) {
        var body = switch (failure.kind()) {
            case UNAUTHORIZED -> JSON.objectNode().put("Result", UNAUTHORIZED);
            case UNKNOWN_URL -> JSON.objectNode().put("Result", "Not Found");
            case WRONG_METHOD -> JSON.objectNode().put("message", "The method is not allowed for the requested URL.");
            default -> failed(failure);
        };
        return Rendered.json(failure.kind().status(), body);
    }

    private static ObjectNode failed(Failure failure) {
        var body = failed(failure.reason());
        if (!failure.problems().isEmpty()) {
            addProblems(body, failure.problems());
        }
        return body;
    }

    static ObjectNode failed(String reason) {
        return JSON.objectNode().put("result", "Failed").put("reason", reason);
    }

    static void addProblems(ObjectNode body, List<Problem> problems) {
        var errors = body.putArray("errors");
        for (var problem : problems) {
            errors.addObject()
                    .put("field", problem.field())
                    .put("rule", problem.rule())
                    .put("message", problem.message());
        }
    }
}
