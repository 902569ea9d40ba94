// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

/** Why a request fails, with the status that says so. */
public enum Kind {
    /** The body is not JSON, or not the kind of JSON that is wanted. */
    MALFORMED(400, "The body is not JSON", "The body is not valid JSON, or not an object."),
    /** A path, query or header parameter breaks its rule. */
    BAD_PARAMETER(400, "Bad parameter", "A parameter breaks its rule; the answer names it."),
    /** No valid key or token was shown. */
    UNAUTHORIZED(401, "Unauthorized", "No valid key or token was sent."),
    /** Who asks is known, but may not do this. */
    FORBIDDEN(403, "Forbidden", "The key or token does not have the role that this needs."),
    /** The path is known, but the object that it names is not there. */
    NOT_FOUND(404, "Not found", "There is no such object."),
    /** Nothing is served at this path. */
    UNKNOWN_URL(404, "Not found", "Nothing is served at this path."),
    /** The path does not serve this method. */
    WRONG_METHOD(405, "Method not allowed", "The path does not serve this method; header Allow says which."),
    /** The object would contradict another, or is referred to by others. */
    CONFLICT(409, "Conflict", "The change would contradict other objects; the answer names them."),
    /** What the answer would be made of is not there, on purpose. */
    GONE(410, "Gone", "What this asks about is not configured."),
    /** The object has changed since the client read it (If-Match). */
    STALE(412, "Precondition failed", "The object has changed since it was read (If-Match)."),
    /** The body is longer than {@code api.max_body_size}. */
    TOO_LARGE(413, "Content too large", "The body is longer than api.max_body_size."),
    /** The body is an object, but fields of it break their rules. */
    INVALID(422, "Unprocessable content", "Fields break their rules; the answer names each field and rule."),
    /** The change needs a precondition (If-Match) that was not sent. */
    PRECONDITION_REQUIRED(428, "Precondition required", "The change needs the header If-Match."),
    /** The client asks too often. */
    TOO_MANY(429, "Too many requests", "Too many requests; header Retry-After says when to go on."),
    /** The handler failed: a defect. */
    INTERNAL(500, "Internal server error", "A defect of this server; the log of the request id says more."),
    /** What was asked of another node did not happen. */
    BAD_GATEWAY(502, "Bad gateway", "The node that was asked answered with an error."),
    /** The database, Redis or a needed service is away. */
    UNAVAILABLE(503, "Service unavailable", "The database, Redis or another service does not answer."),
    /** A node did not answer in time. */
    TIMED_OUT(504, "Gateway timeout", "The node that was asked did not answer in time.");

    private final int status;
    private final String title;
    private final String description;

    Kind(int status, String title, String description) {
        this.status = status;
        this.title = title;
        this.description = description;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A short name for people (RFC 9457 {@code title}). */
    public String title() {
        return title;
    }

    /** When this is answered, for the documents. */
    public String description() {
        return description;
    }
}
