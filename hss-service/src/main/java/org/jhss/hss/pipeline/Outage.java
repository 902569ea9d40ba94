// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.time.Duration;
import org.jhss.store.database.StoreException;
import org.slf4j.Logger;

/** Tells of an unavailable database now and then, not with every batch. Used by one worker. */
final class Outage {

    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

    private final Logger log;
    private long nextNanos = System.nanoTime();
    private long unsaid;

    Outage(Logger log) {
        this.log = log;
    }

    void warn(StoreException failure) {
        long now = System.nanoTime();
        if (now - nextNanos < 0) {
            unsaid++;
            return;
        }
        log.atWarn()
                .addKeyValue("batches", unsaid + 1)
                .addKeyValue("cause", failure.getMessage())
                .log("Requests refused: the database is unavailable");
        nextNanos = now + QUIET_NANOS;
        unsaid = 0;
    }
}
