// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.time.Duration;
import java.util.List;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.load.plan.MixEntry;
import org.jhss.load.plan.Pace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is sent, how fast and for how long. */
final class TrafficOptions {

    @Option(
            names = "--mix",
            split = ",",
            converter = Mix.class,
            paramLabel = "COMMAND[@PRIORITY][=WEIGHT]",
            defaultValue = "AIR",
            description =
                    "What to send: AIR, ULR, PUR, NOR, ECR with their weights, such as AIR=6,ULR=3,ECR=1; a priority"
                            + " (DRMP, 0 is the highest) makes an entry of its own: AIR@0=1,AIR@10=9. Default: VALUE.")
    private List<MixEntry> mix = List.of();

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "16",
            description = "Closed loop: so many requests outstanding in total. Default: VALUE.")
    private int window;

    @Option(names = "--window-per-peer", description = "The window is each peer's own.")
    private boolean perPeer;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Open loop: so many requests per second whatever the HSS does; latency counts from the time when a"
                            + " request should have been sent.")
    private @Nullable Double rate;

    @Option(
            names = "--duration",
            converter = Span.class,
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How long to measure (500ms, 10s, 2m, 1h). Default: VALUE.")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--warm-up",
            converter = Span.class,
            paramLabel = "TIME",
            defaultValue = "2s",
            description = "Time before that which is checked but not measured. Default: VALUE.")
    private Duration warmUp = Duration.ZERO;

    @Option(names = "--count", paramLabel = "N", description = "End after so many requests, the warm-up's included.")
    private @Nullable Long count;

    void apply(LoadPlanBuilder plan) {
        mix.forEach(plan::send);
        plan.pace(rate == null ? new Pace.Window(window, perPeer) : new Pace.Rate(rate))
                .duration(duration)
                .warmUp(warmUp);
        if (count != null) {
            plan.count(count);
        }
    }
}
