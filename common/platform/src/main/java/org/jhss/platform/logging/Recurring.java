// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import java.time.Duration;
import org.slf4j.LoggerFactory;

/** A task that a scheduler runs again and again. An executor drops a task for good at its first exception; this one is told of and goes on. */
public final class Recurring implements Runnable {

    private static final int LINES_PER_INTERVAL = 1;
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

    private final String name;
    private final Runnable task;
    private final RateLimitedLog log =
            new RateLimitedLog(LoggerFactory.getLogger(Recurring.class), LINES_PER_INTERVAL, LOG_INTERVAL);

    private Recurring(String name, Runnable task) {
        this.name = name;
        this.task = task;
    }

    /**
     * A task that goes on after a failure, of which the log tells at most once a minute.
     *
     * @param name what the task does, for the log
     */
    public static Runnable of(String name, Runnable task) {
        return new Recurring(name, task);
    }

    @Override
    public void run() {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.atError(name).addKeyValue("task", name).setCause(e).log("A recurring task failed; it goes on");
        }
    }
}
