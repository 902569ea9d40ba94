// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.imports;

import java.time.Duration;

/**
 * One pass through all records.
 *
 * @param database its name and settings
 * @param what was done
 * @param records how many
 * @param elapsed wall-clock time
 * @param own CPU time of this process
 * @param server CPU time of the database's processes
 */
record Measured(String database, String what, long records, Duration elapsed, Duration own, Duration server) {

    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    double rate() {
        return records / (elapsed.toNanos() / NANOS);
    }

    /** Microseconds for a record. */
    double micros(Duration time) {
        return time.toNanos() / NANOS_PER_MICRO / records;
    }
}
