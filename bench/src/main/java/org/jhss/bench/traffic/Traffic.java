// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.traffic;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jhss.bench.bulk.Population;
import org.jhss.load.LoadRun;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.Pace;
import org.jhss.load.report.LoadReport;

/**
 * Load on one system, from this process.
 *
 * @param targets where it listens
 * @param population its subscribers
 * @param sampleEvery vectors of one answer in so many are computed again; result, session and SQN of each are looked at always
 */
public record Traffic(List<InetSocketAddress> targets, Population population, int sampleEvery) {

    /** What the load is spread over: a handful of MMEs, as in a small network. */
    private static final int PEERS = 8;

    public Traffic {
        targets = List.copyOf(targets);
    }

    /**
     * Runs it to its end.
     *
     * @param warmUp time that is checked but not measured
     * @param time time that is measured
     * @throws IllegalStateException when the run could not be made
     */
    public LoadReport run(Mix mix, Pace pace, Duration warmUp, Duration time) {
        var report = start(mix, pace, warmUp, time).await();
        report.problem().ifPresent(problem -> {
            throw new IllegalStateException(mix.label() + ": " + problem);
        });
        return report;
    }

    /** Starts it. */
    public LoadRun start(Mix mix, Pace pace, Duration warmUp, Duration time) {
        var plan = LoadPlan.to(targets)
                .peers(PEERS)
                .subscribers(population.first(), Math.toIntExact(population.count()))
                .key(population.key())
                .sampleEvery(sampleEvery)
                .pace(pace)
                .warmUp(warmUp)
                .duration(time);
        mix.entries().forEach(plan::send);
        return LoadRun.start(plan.build());
    }
}
