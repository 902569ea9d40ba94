// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;

/** Entity tags (RFC 9110 8.8.3, 13.1). */
final class Preconditions {

    static final Parameter IF_MATCH = Parameter.header(
            "If-Match",
            Schema.text(100),
            "The entity tag that the client has seen; the change is refused when it is another now",
            "\"9f1c0a4be2d94c0f8a3b5d6e7f809112\"");

    private Preconditions() {}

    static String tag(String version) {
        return "\"" + version + "\"";
    }

    /** Whether If-None-Match names {@code version}. */
    static boolean isKnown(Request request, String version) {
        return request.header("If-None-Match")
                .filter(text -> text.strip().equals("*") || text.contains(tag(version)))
                .isPresent();
    }

    /** The version that the client wants to change; empty for any. */
    static Optional<String> version(Request request) {
        return request.header("If-Match")
                .map(String::strip)
                .filter(text -> !text.equals("*"))
                .map(text -> text.startsWith("W/") ? text.substring(2) : text)
                .map(text -> text.replace("\"", ""));
    }

    /** The failure that If-Match is missing where it must not be. */
    static Optional<Failure> missing(Request request, boolean required) {
        return required && request.header("If-Match").isEmpty()
                ? Optional.of(Failure.of(Kind.PRECONDITION_REQUIRED, "this change needs the header If-Match"))
                : Optional.empty();
    }
}
