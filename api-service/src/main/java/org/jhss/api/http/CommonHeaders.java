// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.util.Map;

/** The headers of every answer, whoever makes it. */
final class CommonHeaders {

    static final String REQUEST_ID = "X-Request-Id";

    /** Paths whose clients are ours, so browsers are told of our headers too. */
    static final String V1_PREFIX = "/v1";

    private static final String METHODS = "GET,PUT,POST,DELETE,PATCH,OPTIONS";
    private static final String ALLOWED =
            "Content-Type, Authorization, Content-Length, X-Requested-With, Provisioning-Key";
    private static final String ALLOWED_V1 = ALLOWED + ", If-Match, If-None-Match, Idempotency-Key, X-Request-Id";
    private static final String EXPOSED =
            "HSS, X-Request-Id, ETag, Link, Location, Deprecation, Retry-After, X-Total-Count";

    private final Map<String, String> headers;
    private final Map<String, String> v1;

    CommonHeaders(String originHost) {
        headers = of(originHost, ALLOWED);
        v1 = of(originHost, ALLOWED_V1);
    }

    /** For an answer to {@code path}. */
    Map<String, String> of(String path) {
        return path.startsWith(V1_PREFIX) ? v1 : headers;
    }

    private static Map<String, String> of(String originHost, String allowed) {
        return Map.of(
                "HSS",
                originHost,
                "Access-Control-Allow-Origin",
                "*",
                "Access-Control-Allow-Methods",
                METHODS,
                "Access-Control-Allow-Headers",
                allowed,
                "Access-Control-Expose-Headers",
                EXPOSED);
    }
}
