// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jhss.bench.rig.Node;
import org.jhss.bench.rig.Rig;

/** Whose CPU time and memory is told apart. */
enum Part {
    DIAMETER,
    HSS,
    REDIS,
    DATABASE;

    /** CPU time since the start of the processes. */
    static Map<Part, Duration> cpuTimes(Rig rig) {
        var times = new EnumMap<Part, Duration>(Part.class);
        processes(rig)
                .forEach((part, nodes) ->
                        times.put(part, nodes.stream().map(Node::cpuTime).reduce(Duration.ZERO, Duration::plus)));
        times.put(DATABASE, rig.database().cpuTime());
        return times;
    }

    /** Resident memory in MiB. */
    static Map<Part, Long> memory(Rig rig) {
        var memory = new EnumMap<Part, Long>(Part.class);
        processes(rig)
                .forEach((part, nodes) -> memory.put(
                        part, nodes.stream().mapToLong(Node::residentMegabytes).sum()));
        memory.put(DATABASE, rig.database().residentMegabytes());
        return memory;
    }

    private static Map<Part, Collection<? extends Node>> processes(Rig rig) {
        return Map.of(DIAMETER, rig.diameter(), HSS, rig.hss(), REDIS, List.of(rig.redis()));
    }
}
