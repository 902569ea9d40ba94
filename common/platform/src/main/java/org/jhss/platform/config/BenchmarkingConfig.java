// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code benchmarking}: PyHSS's interval counters.
 *
 * @param enabled whether they are kept
 * @param reportingInterval their interval
 */
public record BenchmarkingConfig(boolean enabled, Duration reportingInterval) {

    static final KeyGroup KEYS = new KeyGroup("benchmarking", "PyHSS's interval counters");

    private static final Key<Boolean> ENABLED = KEYS.key(
            "enabled",
            Types.BOOLEAN,
            "false",
            "Whether prom_diam_request_count and prom_diam_response_count are kept, as PyHSS does.");
    private static final Key<Duration> REPORTING_INTERVAL = KEYS.key(
            "reporting_interval", Types.seconds(1, 86_400), "3600", "Interval of these two counters, in seconds.");

    static BenchmarkingConfig from(Values values) {
        return new BenchmarkingConfig(values.get(ENABLED), values.get(REPORTING_INTERVAL));
    }
}
