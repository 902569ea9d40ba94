// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.time.Instant;
import java.util.Optional;

/**
 * An import: a row of {@code jhss_import}, the audit entry for all of its records.
 *
 * @param id its number
 * @param operationId the operation's UUID
 * @param actor who imported
 * @param source the file's name
 * @param digest SHA-256 of the file in hexadecimal digits; "" for standard input
 * @param format the file's format
 * @param mode what was done with the records
 * @param state how it stands
 * @param counts what became of the records
 * @param started when it was begun
 * @param ended when it ended, unless it is running or was killed
 */
public record ImportRun(
        long id,
        String operationId,
        String actor,
        String source,
        String digest,
        String format,
        String mode,
        State state,
        ImportCounts counts,
        Instant started,
        Optional<Instant> ended) {

    /** How an import stands. */
    public enum State {
        /** At work, or killed. */
        RUNNING,
        /** Ended between two transactions because somebody asked for it. */
        INTERRUPTED,
        /** Ended by a failure of the database or by too many wrong records. */
        FAILED,
        /** Through. */
        DONE
    }

    /** Whether records of the file are left. */
    public boolean isUnfinished() {
        return state != State.DONE;
    }
}
