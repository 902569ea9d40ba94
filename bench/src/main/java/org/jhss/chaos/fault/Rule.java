// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.util.Optional;
import org.jhss.bench.rig.Rig;
import org.jhss.load.report.LoadReport;

/** What must hold after a scenario, beyond what always must. */
@FunctionalInterface
interface Rule {

    /** What did not hold; empty when it did. */
    Optional<String> breach(Rig rig, LoadReport report);

    /** Connections stay, and so each request has an answer. */
    static Optional<String> noConnectionEnds(Rig rig, LoadReport report) {
        return report.ended() == 0
                ? Optional.empty()
                : Optional.of(report.ended() + " requests ended with their connection");
    }

    /** Peers were told to leave before their connections closed, and had all their answers by then. */
    static Optional<String> peersAreSentAway(Rig rig, LoadReport report) {
        return report.links().disconnectRequests() > 0 ? Optional.empty() : Optional.of("no peer got DPR");
    }
}
