// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jhss.load.command.LoadCommands;
import org.jhss.load.engine.Engine;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.report.LoadReport;

/** A run of the load generator. It starts at once and ends by itself. Thread-safe. */
public final class LoadRun {

    private static final long PROGRESS_MILLIS = 1000;

    private final Engine engine;

    private LoadRun(Engine engine) {
        this.engine = engine;
    }

    /**
     * Starts a run. A target that cannot be reached shows in the report's problem.
     *
     * @throws IllegalArgumentException when the plan names an unknown command
     */
    public static LoadRun start(LoadPlan plan) {
        return new LoadRun(Engine.start(plan, LoadCommands.standard()));
    }

    /**
     * Starts a run.
     *
     * @param listener told of the progress about each second
     * @throws IllegalArgumentException when the plan names an unknown command
     */
    public static LoadRun start(LoadPlan plan, LoadListener listener) {
        return start(plan, LoadCommands.standard(), listener);
    }

    /**
     * Starts a run with commands of one's own.
     *
     * @throws IllegalArgumentException when the plan names a command that is not among them
     */
    public static LoadRun start(LoadPlan plan, LoadCommands commands, LoadListener listener) {
        var run = new LoadRun(Engine.start(plan, commands));
        var reporter = new Thread(() -> run.report(listener), "load-progress");
        reporter.setDaemon(true);
        reporter.start();
        return run;
    }

    private void report(LoadListener listener) {
        while (true) {
            try {
                engine.result().get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException _) {
                listener.progress(engine.snapshot());
            } catch (ExecutionException _) {
                return;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What has been found so far; after the end the final report. */
    public LoadReport snapshot() {
        return engine.snapshot();
    }

    /** Stops sending; what is outstanding is still waited for. */
    public void stop() {
        engine.stop();
    }

    /** Waits for the end and returns the final report. */
    public LoadReport await() {
        try {
            return engine.result().join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("the run has failed", failure.getCause());
        }
    }

    /** Completes with the final report. */
    public CompletableFuture<LoadReport> result() {
        return engine.result().copy();
    }
}
