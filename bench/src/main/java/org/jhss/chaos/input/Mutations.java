// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.chaos.Counts;
import org.jhss.chaos.Effort;
import org.jhss.chaos.Scenario;
import org.jhss.chaos.ScenarioReport;

/** Mutated messages by the million through framer, codec, grammar and dump, in this process. */
public final class Mutations implements Scenario {

    private static final int CHUNK = 10_000;

    /** Far beyond what any message may cost, even on a machine that does other things. */
    private static final Duration HANG = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "mutations";
    }

    @Override
    public String what() {
        return "mutated messages in process";
    }

    @Override
    public ScenarioReport run(Effort effort) {
        List<String> breaches = new ArrayList<>();
        var torment = new CodecTorment(effort.seed());
        var outcome = new CodecTorment.Outcome(0, 0, 0, 0, 0, 0);
        long end = System.nanoTime() + effort.duration().toNanos();
        try {
            do {
                outcome = torment.run(CHUNK);
            } while (System.nanoTime() - end < 0);
        } catch (AssertionError e) {
            breaches.add(e.getMessage() + ": " + e.getCause());
        }
        if (outcome.slowestNanos() > HANG.toNanos()) {
            breaches.add("a message took " + Duration.ofNanos(outcome.slowestNanos()));
        }
        var notes = List.of(
                outcome.violating() + " against their grammar",
                outcome.malformed() + " malformed",
                outcome.unframeable() + " that end their stream",
                "slowest " + outcome.slowestNanos() / 1_000_000 + " ms");
        return new ScenarioReport(
                name(),
                what(),
                Counts.simple(outcome.sent(), outcome.valid(), Map.of(), 0),
                Optional.empty(),
                notes,
                breaches);
    }
}
