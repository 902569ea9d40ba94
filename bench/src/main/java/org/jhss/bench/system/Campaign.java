// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jhss.bench.rig.DatabaseKind;
import org.jhss.bench.traffic.Mix;

/** Which systems a set consists of. */
final class Campaign {

    private static final long SMALL = 10_000;
    private static final long MEDIUM = 1_000_000;
    private static final long LARGE = 10_000_000;
    private static final List<Mix> ALL_MIXES = Arrays.asList(Mix.values());
    private static final List<Mix> SINGLE_COMMANDS = List.of(Mix.AIR, Mix.ULR);
    private static final List<Integer> ALL_WINDOWS = List.of(1, 16, 128, 1024);
    private static final List<Integer> FULL_LOAD = List.of(128, 1024);
    private static final List<Integer> QUICK_WINDOWS = List.of(1, 128);

    private Campaign() {}

    /** All windows at 10,000 subscribers; two hss-services; then more subscribers at full load. */
    static List<Scenario> full(List<DatabaseKind> databases) {
        var all = new ArrayList<Scenario>();
        for (var database : databases) {
            all.add(new Scenario(database, SMALL, 1, ALL_MIXES, ALL_WINDOWS, true));
        }
        for (var database : databases) {
            all.add(new Scenario(database, SMALL, 2, SINGLE_COMMANDS, FULL_LOAD, false));
        }
        for (long size : List.of(MEDIUM, LARGE)) {
            for (var database : databases) {
                all.add(large(database, size, 1));
            }
        }
        return all;
    }

    static List<Scenario> quick(List<DatabaseKind> databases) {
        return databases.stream()
                .map(database -> new Scenario(database, SMALL, 1, SINGLE_COMMANDS, QUICK_WINDOWS, true))
                .toList();
    }

    static Scenario large(DatabaseKind database, long subscribers, int hssServices) {
        return new Scenario(database, subscribers, hssServices, SINGLE_COMMANDS, FULL_LOAD, false);
    }
}
