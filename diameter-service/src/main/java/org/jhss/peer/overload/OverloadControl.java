// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.logging.Recurring;

/** Overload control of the process: who is let in, and what peers are told. */
public final class OverloadControl {

    private static final int INTERVALS_PER_REPORT = 10;

    private final OverloadSettings settings;
    private final Admission admission;
    private final Reduction reduction = new Reduction();
    private final OverloadReports reports = new OverloadReports();
    private long admittedBefore;
    private long refusedBefore;
    private int intervals;
    private long lastNanos;

    public OverloadControl(OverloadSettings settings) {
        this.settings = settings;
        this.admission = new Admission(settings);
    }

    public Admission admission() {
        return admission;
    }

    public OverloadReports reports() {
        return reports;
    }

    /** Whether peers are told at all. */
    public boolean isReporting() {
        return settings.reports();
    }

    /** Judges the load from now on, again and again, until the result is cancelled. */
    public ScheduledFuture<?> start(ScheduledExecutorService timer, InstantSource clock) {
        lastNanos = System.nanoTime();
        return timer.scheduleAtFixedRate(
                Recurring.of("overload control", () -> {
                    long now = System.nanoTime();
                    long elapsed = now - lastNanos;
                    lastNanos = now;
                    intervalEnded(elapsed, clock.millis());
                }),
                Admission.INTERVAL_MILLIS,
                Admission.INTERVAL_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    void intervalEnded(long elapsedNanos, long nowMillis) {
        admission.intervalEnded(elapsedNanos);
        if (++intervals < INTERVALS_PER_REPORT) {
            return;
        }
        intervals = 0;
        long admitted = admission.admittedCount();
        long refused = admission.refusedCount();
        boolean idle = admission.outstanding() < admission.limit() / 2;
        reduction.intervalEnded(admitted - admittedBefore, refused - refusedBefore, idle);
        admittedBefore = admitted;
        refusedBefore = refused;
        reports.tell(reduction.percentage(), nowMillis);
    }
}
