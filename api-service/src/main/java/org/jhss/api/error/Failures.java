// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

import org.jhss.store.database.StoreException;

/** Turns what was thrown into what is answered. */
public final class Failures {

    private static final String RETRY_SECONDS = "1";

    private Failures() {}

    /** The failure that {@code thrown} is, without any text of it: that may hold SQL, values or secrets. */
    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case StoreException.Conflict _ ->
                Failure.of(Kind.CONFLICT, "the change contradicts a unique key or a reference of the database");
            case StoreException.Unavailable _ ->
                Failure.of(Kind.UNAVAILABLE, "the database cannot be reached or written")
                        .with("Retry-After", RETRY_SECONDS);
            case StoreException.Retryable _ ->
                Failure.of(Kind.UNAVAILABLE, "the database is busy, try again").with("Retry-After", RETRY_SECONDS);
            default -> Failure.of(Kind.INTERNAL, "an internal server error occurred");
        };
    }
}
