// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.util.List;
import java.util.Locale;
import org.jhss.bench.rig.DatabaseKind;
import org.jhss.bench.traffic.Mix;

/**
 * A system to be measured.
 *
 * @param database its database
 * @param subscribers how many it has
 * @param hssServices how many hss-services
 * @param mixes what it is asked, one after the other
 * @param windows requests outstanding, each measured in its turn
 * @param halfLoad whether latency is measured in open loop too, at half of the best throughput of the windows
 */
record Scenario(
        DatabaseKind database,
        long subscribers,
        int hssServices,
        List<Mix> mixes,
        List<Integer> windows,
        boolean halfLoad) {

    Scenario {
        mixes = List.copyOf(mixes);
        windows = List.copyOf(windows);
    }

    String title() {
        return String.format(
                Locale.ROOT,
                "%s, %,d subscribers, %d hss-service%s",
                database.label(),
                subscribers,
                hssServices,
                hssServices == 1 ? "" : "s");
    }
}
