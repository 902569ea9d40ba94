// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.util.List;
import java.util.Map;

/**
 * What a scenario gave.
 *
 * @param scenario the system
 * @param durability what the database says of itself and of its commits
 * @param loadedInMillis how long making the system ready took, with the loading of subscribers unless these were there
 * @param measurements the lines
 * @param memoryAfter resident MiB of each part afterwards
 */
record ScenarioResult(
        Scenario scenario,
        String durability,
        long loadedInMillis,
        List<Measurement> measurements,
        Map<Part, Long> memoryAfter) {

    ScenarioResult {
        measurements = List.copyOf(measurements);
        memoryAfter = Map.copyOf(memoryAfter);
    }
}
