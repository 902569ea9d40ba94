// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jhss.bench.rig.Patience;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.rig.RigBuilder;
import org.jhss.chaos.Counts;
import org.jhss.chaos.Effort;
import org.jhss.chaos.Scenario;
import org.jhss.chaos.ScenarioReport;
import org.jhss.load.LoadRun;
import org.jhss.load.report.LoadReport;

/**
 * A fault under steady load. Requests are sent at a constant rate whatever happens; after a third of the time the fault strikes.
 *
 * @param name on the command line
 * @param what is done, in words
 * @param system what it is done to
 * @param fault what is done
 * @param rules what must hold beside what always must
 */
record FaultScenario(String name, String what, Supplier<RigBuilder> system, Disturbance fault, List<Rule> rules)
        implements Scenario {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int WARM_SUCCESSES = 100;
    private static final int BEFORE = 3;

    @Override
    public ScenarioReport run(Effort effort) {
        try (var rig = system.get().subscribers(Work.SUBSCRIBERS).start()) {
            var most = effort.duration().plus(RECOVERY_LIMIT);
            var books = new Books(most);
            var plan = Work.moving(rig, books)
                    .rate(effort.rate())
                    .duration(most)
                    .seed(effort.seed())
                    .build();
            var load = LoadRun.start(plan);
            Patience.until("requests are answered", START_LIMIT, () -> books.successes() > WARM_SUCCESSES);
            long start = System.nanoTime();
            Disturbance.last(effort.duration().dividedBy(BEFORE));
            long struck = System.nanoTime();
            strike(rig);
            boolean recovered = awaitRecovery(books, start + effort.duration().toNanos(), struck);
            load.stop();
            var report = load.await();
            var counts = Work.counts(report, Locations.missing(books, plan, rig.database()));
            return judged(rig, report, counts, books, struck, recovered);
        }
    }

    /** Waits for {@code end}, and beyond until requests succeed again, however slow the machine. */
    private static boolean awaitRecovery(Books books, long end, long struck) {
        Disturbance.last(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        while (!books.isWell() && System.nanoTime() - struck < RECOVERY_LIMIT.toNanos()) {
            Disturbance.last(LOOK_AGAIN);
        }
        return books.isWell();
    }

    private void strike(Rig rig) {
        try {
            fault.act(rig);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException(what + " did not work", e);
        }
    }

    private ScenarioReport judged(
            Rig rig, LoadReport report, Counts counts, Books books, long struck, boolean recovered) {
        List<String> breaches = new ArrayList<>();
        report.problem().ifPresent(breaches::add);
        if (counts.sins() > 0) {
            breaches.add(counts.toString());
        }
        var faults = report.faults();
        if (faults.mismatched() + faults.malformed() + faults.incompleteAnswers() > 0) {
            breaches.add(faults.toString());
        }
        if (!recovered) {
            breaches.add("requests did not succeed again within " + RECOVERY_LIMIT.toSeconds() + " s");
        }
        for (var rule : rules) {
            rule.breach(rig, report).ifPresent(breaches::add);
        }
        Optional<Duration> outage = books.outage(struck);
        var notes = List.of(
                counts.sent() + " sent, " + counts.succeeded() + " succeeded, " + counts.refused() + " refused, "
                        + counts.ended() + " ended, " + counts.lost() + " lost",
                "p99 " + report.latency().p99() + " us, longest "
                        + report.latency().max() + " us; "
                        + report.checks().vectorsChecked() + " vectors checked, "
                        + books.locations().size() + " subscribers moved");
        return new ScenarioReport(name, what, counts, outage, notes, breaches);
    }
}
