// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a request fails.
 *
 * @param kind the sort of failure, hence the status
 * @param reason what is wrong, one sentence for people; holds no secret, SQL or stack trace
 * @param problems what is wrong with which field; may be empty
 * @param headers further headers of the answer, such as {@code Retry-After}
 */
public record Failure(Kind kind, String reason, List<Problem> problems, Map<String, String> headers) {

    /** A failure without details. */
    public static Failure of(Kind kind, String reason) {
        return new Failure(kind, reason, List.of(), Map.of());
    }

    /** A failure with details; the first problem is the reason. */
    public static Failure of(Kind kind, List<Problem> problems) {
        var first = problems.getFirst();
        return new Failure(kind, first.field() + ": " + first.message(), List.copyOf(problems), Map.of());
    }

    /** A failure of one field. */
    public static Failure of(Kind kind, String field, String rule, String message) {
        return of(kind, List.of(new Problem(field, rule, message)));
    }

    /** The object that the path names is not there. */
    public static Failure notFound(String reason) {
        return of(Kind.NOT_FOUND, reason);
    }

    /** The same failure with a further header in the answer. */
    public Failure with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Failure(kind, reason, problems, Map.copyOf(more));
    }
}
