// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jhss.bench.rig.DatabaseKind;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.rig.Sql;
import org.jhss.chaos.Effort;
import org.jhss.chaos.Scenario;
import org.jhss.chaos.ScenarioReport;
import org.jhss.load.LoadRun;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.load.report.LoadReport;

/**
 * Ten times as many requests as the system can answer. The database is made slow (each commit waits, as on a disk of old) so that it is
 * what limits: on one machine with the generator, processor time would measure the generator.
 */
public final class Overload implements Scenario {

    private static final int FACTOR = 10;
    private static final double ENOUGH = 1.5;
    private static final int COMMIT_DELAY_MICROS = 20_000;
    private static final int WORKERS = 2;
    private static final int BATCH = 8;
    private static final int WINDOW = 64;
    private static final int PATIENT = 200_000;

    private final boolean strict;
    private final List<String> breaches = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param strict whether figures that depend on an otherwise idle machine are held against the rules too */
    public Overload(boolean strict) {
        this.strict = strict;
    }

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String what() {
        return "ten times as many requests as can be answered";
    }

    @Override
    public ScenarioReport run(Effort effort) {
        try (var rig = Rig.builder()
                .database(DatabaseKind.POSTGRESQL)
                .subscribers(Work.SUBSCRIBERS)
                .config("hss.workers", WORKERS)
                .config("hss.batch_size", BATCH)
                .start()) {
            slowDown(rig);
            var part = effort.duration().dividedBy(4);
            // The first time is for the compiler.
            var _ = patient(rig, part);
            double before = patient(rig, part);
            double capacity = impatient(rig, part, ENOUGH * before);
            long restingMegabytes = residentMegabytes(rig);
            var books = new Books(effort.duration().multipliedBy(2));
            var refusals = new Refusals(books);
            var load = LoadRun.start(Work.moving(rig, books)
                    .observer(refusals)
                    .rate(FACTOR * Math.max(capacity, before))
                    .maxOutstanding(PATIENT)
                    .duration(part.multipliedBy(2))
                    .build());
            long mostMegabytes = restingMegabytes;
            while (!load.result().isDone()) {
                mostMegabytes = Math.max(mostMegabytes, residentMegabytes(rig));
                Disturbance.last(Duration.ofMillis(200));
            }
            var report = load.await();
            double after = patient(rig, part);
            judge(report, refusals, capacity, before, after);
            notes.add("services hold " + restingMegabytes + " MiB before, at most " + mostMegabytes + " MiB");
            require(mostMegabytes < 2 * restingMegabytes + 512, "memory grew to " + mostMegabytes + " MiB");
            return new ScenarioReport(
                    name(), what(), Work.counts(report, 0), Optional.empty(), List.copyOf(notes), breaches);
        }
    }

    private static void slowDown(Rig rig) {
        try (var connection = rig.database().connect()) {
            Sql.execute(connection, "ALTER SYSTEM SET commit_delay = " + COMMIT_DELAY_MICROS);
            Sql.execute(connection, "ALTER SYSTEM SET commit_siblings = 0");
            Sql.execute(connection, "SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be slowed down", e);
        }
    }

    /** Successes per second of patient peers: their requests come in bursts, as answers do, which batches gain from. */
    private static double patient(Rig rig, Duration time) {
        return successes(plan(rig, time).window(WINDOW), time);
    }

    /** Successes per second when somewhat more is asked than can be answered, by peers who do not wait: the capacity. */
    private static double impatient(Rig rig, Duration time, double rate) {
        return successes(plan(rig, time).rate(rate).maxOutstanding(PATIENT), time);
    }

    private static double successes(LoadPlanBuilder plan, Duration time) {
        return LoadRun.start(plan.warmUp(time.dividedBy(4)).build()).await().successesPerSecond();
    }

    private static LoadPlanBuilder plan(Rig rig, Duration time) {
        return Work.moving(rig, new Books(time)).duration(time);
    }

    private void judge(LoadReport report, Refusals refusals, double capacity, double before, double after) {
        double goodput = report.successesPerSecond();
        var watchdog = report.links().watchdog();
        notes.add(String.format(
                Locale.ROOT,
                "capacity %.0f/s, offered %.0f/s, goodput %.0f/s; patient peers got %.0f/s before and %.0f/s after it",
                capacity,
                report.requests().sent() / (report.measured().toMillis() / 1000.0),
                goodput,
                before,
                after));
        notes.add("refused in at most " + refusals.slowestMillis() + " ms; DWA p99 " + watchdog.p99() / 1000
                + " ms, longest " + watchdog.max() / 1000 + " ms");
        var counts = Work.counts(report, 0);
        require(counts.sins() == 0, counts.toString());
        require(counts.refusedTotal() > 0, "nothing was refused: it was no overload");
        if (strict) {
            require(goodput >= 0.8 * capacity, "goodput fell to " + goodput + " of " + capacity);
            require(after >= 0.8 * before, "only " + after + " of " + before + " after it");
            require(refusals.slowestMillis() < 1000, "refusals took " + refusals.slowestMillis() + " ms");
            require(watchdog.max() < 1_000_000, "a DWA took " + watchdog.max() + " us");
        }
    }

    private void require(boolean holds, String breach) {
        if (!holds) {
            breaches.add(breach);
        }
    }

    private static long residentMegabytes(Rig rig) {
        return rig.hss(0).residentMegabytes() + rig.diameter(0).residentMegabytes();
    }
}
