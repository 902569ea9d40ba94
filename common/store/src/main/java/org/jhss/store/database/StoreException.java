// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import org.jspecify.annotations.Nullable;

/**
 * Why a piece of work on the database did not happen. The transaction is rolled back when one is thrown. Messages carry no values
 * of columns, hence no keys.
 */
public abstract sealed class StoreException extends RuntimeException {

    private StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Another transaction stood in the way (deadlock, serialisation, busy): the same work may succeed when done again from the start. */
    public static final class Retryable extends StoreException {
        Retryable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The database cannot be reached, or cannot write. */
    public static final class Unavailable extends StoreException {
        Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The rows contradict a unique key or a reference: doing it again will not help. */
    public static final class Conflict extends StoreException {
        Conflict(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Anything else: a defect of this program or of the schema. */
    public static final class Fatal extends StoreException {
        Fatal(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
