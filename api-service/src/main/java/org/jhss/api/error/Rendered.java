// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

import tools.jackson.databind.JsonNode;

/**
 * A failure as it is answered.
 *
 * @param status the HTTP status
 * @param contentType of the body
 * @param body the JSON value
 */
public record Rendered(int status, String contentType, JsonNode body) {

    private static final String JSON = "application/json";

    /** A plain JSON answer. */
    public static Rendered json(int status, JsonNode body) {
        return new Rendered(status, JSON, body);
    }
}
