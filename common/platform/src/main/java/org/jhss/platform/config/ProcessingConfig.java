// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
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
 */
public record ProcessingConfig(int workers, int batchSize, Duration requestTimeout) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Working through requests");

    private static final int MAX_WORKERS = 1024;
    private static final int MAX_BATCH = 10_000;
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

    static ProcessingConfig from(Values values) {
        return new ProcessingConfig(
                values.find(WORKERS).orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                values.get(BATCH_SIZE),
                values.get(REQUEST_TIMEOUT));
    }
}
