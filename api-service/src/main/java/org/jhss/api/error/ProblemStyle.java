// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

import tools.jackson.databind.node.JsonNodeFactory;

/** Problem details for HTTP APIs (RFC 9457), for the paths under {@code /v1}. */
final class ProblemStyle implements FailureStyle {

    private static final String CONTENT_TYPE = "application/problem+json";

    @Override
    public Rendered render(Failure failure, String requestId) {
        var kind = failure.kind();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", kind.title())
                .put("status", kind.status())
                .put("detail", failure.reason())
                .put("instance", "urn:jhss:request:" + requestId);
        if (!failure.problems().isEmpty()) {
            CompatibleStyle.addProblems(body, failure.problems());
        }
        return new Rendered(kind.status(), CONTENT_TYPE, body);
    }
}
