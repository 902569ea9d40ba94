// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario did and found.
 *
 * @param scenario its name
 * @param done what was done to the system, in words
 * @param counts what became of the requests meanwhile
 * @param recovery from what was done until requests were answered with success again as before; empty where nothing stopped
 * @param notes figures worth telling
 * @param breaches rules that did not hold; empty when all is well
 */
public record ScenarioReport(
        String scenario,
        String done,
        Counts counts,
        Optional<Duration> recovery,
        List<String> notes,
        List<String> breaches) {

    public ScenarioReport {
        notes = List.copyOf(notes);
        breaches = List.copyOf(breaches);
    }

    public boolean isClean() {
        return breaches.isEmpty();
    }
}
