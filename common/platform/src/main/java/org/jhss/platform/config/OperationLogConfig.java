// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code operation_log}: how much is kept of what provisioning did.
 *
 * @param entries newest entries to keep; 0 for all
 * @param maxAge age of the oldest entry to keep; empty for any
 */
public record OperationLogConfig(int entries, Optional<Duration> maxAge) {

    static final KeyGroup KEYS = new KeyGroup("operation_log", "Log of provisioning");

    private static final int MOST_ENTRIES = 100_000_000;
    private static final int MOST_DAYS = 36_500;

    private static final Key<Integer> ENTRIES = KEYS.key(
            "entries",
            Types.integer(0, MOST_ENTRIES),
            "100000",
            "Newest entries that are kept, and can be rolled back (docs/provisioning.md); 0 for all.");
    private static final Key<Duration> MAX_AGE = KEYS.key(
            "max_age",
            Types.duration(ChronoUnit.DAYS, 0, MOST_DAYS),
            "0",
            "Days that entries are kept; 0 for any time.");

    static OperationLogConfig from(Values values) {
        return new OperationLogConfig(
                values.get(ENTRIES), Optional.of(values.get(MAX_AGE)).filter(age -> !age.isZero()));
    }
}
