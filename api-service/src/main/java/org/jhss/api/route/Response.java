// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.List;
import java.util.Optional;

/**
 * An answer that an operation may give, for the documents.
 *
 * @param body shape of the body; empty for none
 * @param headers names of the headers that matter
 */
public record Response(int status, String description, Optional<Schema> body, List<String> headers) {

    private static final int OK = 200;

    /** 200 with a body. */
    public static Response ok(String description, Schema body) {
        return new Response(OK, description, Optional.of(body), List.of());
    }
}
