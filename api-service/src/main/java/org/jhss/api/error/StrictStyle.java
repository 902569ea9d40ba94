// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

import tools.jackson.databind.node.JsonNodeFactory;

/**
 * PyHSS's own answers, for clients that were written around them ({@code api.compatibility: strict}): a missing row is {@code 200 null},
 * bad JSON and unknown keys are {@code 500}, what the database would refuse is {@code 400}. The texts are ours, so no SQL, bound
 * value or secret is in them.
 */
final class StrictStyle implements FailureStyle {

    /** The rule of a key that the object does not have; PyHSS's constructors fail on it. */
    static final String UNKNOWN_KEY = "unknown";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL = 500;

    private final FailureStyle otherwise = new CompatibleStyle();

    @Override
    public Rendered render(Failure failure, String requestId) {
        return switch (failure.kind()) {
            case NOT_FOUND -> Rendered.json(OK, JsonNodeFactory.instance.nullNode());
            case BAD_PARAMETER -> Rendered.json(OK, JsonNodeFactory.instance.nullNode());
            case MALFORMED -> internal("400 Bad Request: " + failure.reason());
            case INVALID ->
                failure.problems().stream()
                        .filter(problem -> problem.rule().equals(UNKNOWN_KEY))
                        .findFirst()
                        .map(problem -> internal("'" + problem.field() + "' is an invalid keyword argument"))
                        .orElseGet(() -> integrity(failure));
            case CONFLICT -> integrity(failure);
            case UNAVAILABLE ->
                Rendered.json(
                        BAD_REQUEST,
                        CompatibleStyle.failed("A database operational error occurred: " + failure.reason()));
            default -> otherwise.render(failure, requestId);
        };
    }

    private static Rendered internal(String text) {
        return Rendered.json(INTERNAL, CompatibleStyle.failed("An internal server error occurred: " + text));
    }

    private static Rendered integrity(Failure failure) {
        return Rendered.json(
                BAD_REQUEST, CompatibleStyle.failed("A database integrity error occurred: " + failure.reason()));
    }
}
