// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.rig.Service;
import org.jhss.chaos.Effort;
import org.jhss.chaos.Scenario;
import org.jhss.chaos.ScenarioReport;
import org.jhss.chaos.Vitals;
import org.jhss.load.LoadRun;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.load.report.IntervalSample;
import org.jhss.load.report.LoadReport;

/** Steady load for long, with peers that come and go: memory, descriptors, threads and latency stay what they were. */
public final class Soak implements Scenario {

    private static final Duration CAPACITY_TIME = Duration.ofSeconds(4);
    private static final Duration VISIT = Duration.ofSeconds(2);
    private static final int WINDOW = 64;
    private static final int VISITORS = 16;

    private static final int SLACK_DESCRIPTORS = 24;
    private static final int SLACK_THREADS = 8;
    private static final long SLACK_HEAP_KIB = 64L * 1024;

    private final boolean strict;
    private final List<String> breaches = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param strict whether latency, which depends on an otherwise idle machine, is held against the rules too */
    public Soak(boolean strict) {
        this.strict = strict;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String what() {
        return "half of the capacity while peers come and go";
    }

    @Override
    public ScenarioReport run(Effort effort) {
        try (var rig = Rig.builder().subscribers(Work.SUBSCRIBERS).start()) {
            double capacity = LoadRun.start(
                            plan(rig, CAPACITY_TIME).window(WINDOW).build())
                    .await()
                    .successesPerSecond();
            var books = new Books(effort.duration());
            var plan = Work.moving(rig, books)
                    .rate(capacity / 2)
                    .duration(effort.duration())
                    .build();
            var load = LoadRun.start(plan);
            var before = vitals(rig);
            long visits = 0;
            while (!load.result().isDone()) {
                visits += visit(rig);
            }
            var report = load.await();
            var after = vitals(rig);
            for (int i = 0; i < before.size(); i++) {
                compare(services(rig).get(i), before.get(i), after.get(i));
            }
            judgeLatency(report);
            notes.add(String.format(
                    Locale.ROOT, "%.0f requests/s, %d visits of %d peers", capacity / 2, visits, VISITORS));
            var counts = Work.counts(report, Locations.missing(books, plan, rig.database()));
            require(counts.sins() == 0 && counts.ended() == 0, counts.toString());
            return new ScenarioReport(name(), what(), counts, Optional.empty(), notes, breaches);
        }
    }

    /** Peers that connect, ask for a while, and leave without a word. They ask for nobody's location. */
    private long visit(Rig rig) {
        var visit = LoadRun.start(org.jhss.load.plan.LoadPlan.to(rig.diameterAddresses())
                        .peers(VISITORS)
                        .namePrefix("visitor")
                        .send("AIR", 1)
                        .subscribers(
                                org.jhss.bench.bulk.Population.of(Work.SUBSCRIBERS)
                                        .first(),
                                Work.SUBSCRIBERS)
                        .rate(VISITORS)
                        .duration(VISIT)
                        .build())
                .await();
        require(
                visit.isClean(),
                "visitors: " + visit.faults() + " " + visit.requests()
                        + visit.problem().orElse(""));
        return 1;
    }

    private static LoadPlanBuilder plan(Rig rig, Duration time) {
        return Work.moving(rig, new Books(time)).duration(time);
    }

    private static List<Service> services(Rig rig) {
        return Stream.of(rig.diameter(), rig.hss()).flatMap(List::stream).toList();
    }

    private static List<Vitals> vitals(Rig rig) {
        return services(rig).stream().map(Vitals::of).toList();
    }

    private void compare(Service service, Vitals before, Vitals after) {
        notes.add(service.name() + " at first: " + before + "; at last: " + after);
        require(
                after.isBackTo(before, SLACK_DESCRIPTORS, SLACK_THREADS, SLACK_HEAP_KIB),
                service.name() + " grew from " + before + " to " + after);
    }

    private void judgeLatency(LoadReport report) {
        var intervals = report.intervals();
        int third = intervals.size() / 3;
        double first = median(intervals.subList(0, third));
        double last = median(intervals.subList(intervals.size() - third, intervals.size()));
        notes.add(String.format(
                Locale.ROOT, "median of the p50 of each second: first third %.0f us, last third %.0f us", first, last));
        if (strict) {
            require(last < 2 * first + 1000, "latency grew from " + first + " to " + last + " us");
        }
    }

    private static double median(List<IntervalSample> samples) {
        var sorted = samples.stream().mapToLong(IntervalSample::p50).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private void require(boolean holds, String breach) {
        if (!holds) {
            breaches.add(breach);
        }
    }
}
