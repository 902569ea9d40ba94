// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

/** The database cannot be brought to the present schema; the message tells the operator why and what to do. */
public final class MigrationException extends RuntimeException {

    MigrationException(String message) {
        super(message);
    }

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
