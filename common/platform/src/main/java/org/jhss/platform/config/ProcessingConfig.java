// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * How requests are worked through.
 *
 * @param workers batches handled at the same time by one instance
 * @param batchSize most requests of one batch, hence of one transaction
 * @param requestTimeout deadline of a request on the queue; later it is dropped and counted
 * @param originatedPriority DRMP of requests that the HSS originates (RFC 7944), 0 to 15; empty to send none
 */
public record ProcessingConfig(
        int workers, int batchSize, Duration requestTimeout, Optional<Integer> originatedPriority) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Working through requests");

    private static final int MAX_WORKERS = 1024;
    private static final int MAX_BATCH = 10_000;
    private static final int LOWEST_PRIORITY = 15;
    private static final Key<Integer> WORKERS = KEYS.optional(
            "workers",
            Types.integer(1, MAX_WORKERS),
            "Batches handled at the same time by one HSS process. Default: the number of processors.");
    private static final Key<Integer> BATCH_SIZE = KEYS.key(
            "batch_size", Types.integer(1, MAX_BATCH), "128", "Most requests handled in one database transaction.");
    private static final Key<Duration> REQUEST_TIMEOUT = KEYS.key(
            "diameter_request_timeout",
            Types.seconds(1, 600),
            "10",
            "Time in which a request must be answered, in seconds; later work on it is dropped.");

    private static final Key<Integer> ORIGINATED_PRIORITY = KEYS.optional(
            "originated_priority",
            Types.integer(0, LOWEST_PRIORITY),
            "Priority (DRMP, RFC 7944) that requests of the HSS carry, 0 the highest. Default: they carry none, which means 10.");

    static ProcessingConfig from(Values values) {
        return new ProcessingConfig(
                values.find(WORKERS).orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                values.get(BATCH_SIZE),
                values.get(REQUEST_TIMEOUT),
                values.find(ORIGINATED_PRIORITY));
    }
}
