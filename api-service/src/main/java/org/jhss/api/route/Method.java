// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.Optional;

/** The HTTP methods that operations have. HEAD is answered as GET, OPTIONS by the server itself. */
public enum Method {
    GET,
    PUT,
    POST,
    PATCH,
    DELETE;

    /** The method of that name, HEAD being GET. */
    public static Optional<Method> of(String name) {
        return switch (name) {
            case "GET", "HEAD" -> Optional.of(GET);
            case "PUT" -> Optional.of(PUT);
            case "POST" -> Optional.of(POST);
            case "PATCH" -> Optional.of(PATCH);
            case "DELETE" -> Optional.of(DELETE);
            default -> Optional.empty();
        };
    }
}
