// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.logging.Recurring;
import org.jhss.store.access.KeptAnswers;

/** Forgets answers that nobody may ask for again. Any number of processes may do so. */
final class Pruning implements AutoCloseable {

    private static final long MINUTES = 10;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("prune").daemon().factory());

    private Pruning() {}

    static Pruning start(KeptAnswers answers, Duration kept) {
        var pruning = new Pruning();
        var _ = pruning.scheduler.scheduleWithFixedDelay(
                Recurring.of(
                        "pruning kept answers",
                        () -> answers.prune(Instant.now().minus(kept))),
                0,
                MINUTES,
                TimeUnit.MINUTES);
        return pruning;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
