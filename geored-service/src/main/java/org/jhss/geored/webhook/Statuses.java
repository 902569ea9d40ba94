// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import java.util.Map;

/** What an HTTP status means for a delivery (RFC 9110 15; RFC 6585). */
final class Statuses {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CLASS_SIZE = 100;
    private static final int SUCCESS = 2;
    private static final int SERVER_ERROR = 5;

    /** Reason phrases, which HTTP/2 no longer sends but PyHSS's metric shows. */
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(REQUEST_TIMEOUT, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(TOO_EARLY, "Too Early"),
            Map.entry(TOO_MANY_REQUESTS, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private Statuses() {}

    static Attempt judge(int status) {
        var code = Integer.toString(status);
        if (status / CLASS_SIZE == SUCCESS) {
            return new Attempt.Delivered(code);
        }
        var reason = REASONS.getOrDefault(status, "HTTP " + code);
        boolean passing = status / CLASS_SIZE == SERVER_ERROR
                || status == REQUEST_TIMEOUT
                || status == TOO_EARLY
                || status == TOO_MANY_REQUESTS;
        return passing ? new Attempt.Failed(code, reason) : new Attempt.Refused(code, reason);
    }
}
