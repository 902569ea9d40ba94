// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.time.Duration;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is waited for, and what is done when it does not come. */
final class LinkOptions {

    @Option(
            names = "--timeout",
            converter = Span.class,
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "When an unanswered request is lost. Default: VALUE.")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = "--deadline",
            converter = Span.class,
            paramLabel = "TIME",
            description = "When an answer counts as late, though it came. Default: the time-out.")
    private @Nullable Duration deadline;

    @Option(names = "--no-reconnect", description = "Leave a peer down when its connection ends.")
    private boolean noReconnect;

    @Option(
            names = "--retransmit",
            description =
                    "Send again, with the T bit, what was outstanding when a connection ended; else it counts as ended.")
    private boolean retransmit;

    @Option(
            names = "--watchdog",
            converter = Span.class,
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "How often each peer sends DWR, to see how promptly DWA comes; 0 for never. Default: VALUE.")
    private Duration watchdog = Duration.ZERO;

    @Option(
            names = "--max-outstanding",
            paramLabel = "N",
            defaultValue = "100000",
            description = "In open loop, requests that are due beyond so many outstanding ones wait. Default: VALUE.")
    private int maxOutstanding;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of the generator. Default: VALUE.")
    private int threads;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the random choices. Default: VALUE.")
    private long seed;

    void apply(LoadPlanBuilder plan) {
        plan.requestTimeout(timeout)
                .retransmit(retransmit)
                .maxOutstanding(maxOutstanding)
                .threads(threads)
                .seed(seed);
        if (deadline != null) {
            plan.deadline(deadline);
        }
        if (noReconnect) {
            plan.noReconnect();
        }
        if (watchdog.isZero()) {
            plan.noWatchdog();
        } else {
            plan.watchdog(watchdog);
        }
    }
}
