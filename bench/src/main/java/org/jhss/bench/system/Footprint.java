// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The whole system as {@code ./jhss up} starts it, idle.
 *
 * @param startTime from the command to ready, the files being in the machine's memory already
 * @param memory resident MiB of each process
 */
record Footprint(Duration startTime, Map<String, Long> memory) {

    private static final double MILLIS_PER_SECOND = 1_000;

    Footprint {
        memory = Map.copyOf(memory);
    }

    long totalMemory() {
        return memory.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "./jhss up, warm: ready in %.1f s; idle: %d MiB resident (%s)",
                startTime.toMillis() / MILLIS_PER_SECOND,
                totalMemory(),
                new TreeMap<>(memory)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
