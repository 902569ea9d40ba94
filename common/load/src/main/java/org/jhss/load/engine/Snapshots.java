// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jhss.load.command.SqnMemory;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.report.ChecksDone;
import org.jhss.load.report.CodeCount;
import org.jhss.load.report.CommandReport;
import org.jhss.load.report.Faults;
import org.jhss.load.report.GeneratorReport;
import org.jhss.load.report.IntervalSample;
import org.jhss.load.report.Latency;
import org.jhss.load.report.LinkReport;
import org.jhss.load.report.LoadReport;
import org.jhss.load.report.RequestCounts;

/** Puts together what the threads of a run have counted. */
final class Snapshots {

    private static final double NANOS_PER_MICRO = 1000;

    private final Histogram latency = Histograms.fine();
    private final Histogram watchdog = Histograms.fine();
    private final Histogram sendDelay = Histograms.fine();
    private final List<EntrySum> entries = new ArrayList<>();
    private final Map<String, Long> wrongVectors = new HashMap<>();
    private final Map<String, Long> requestsReceived = new HashMap<>();
    private final Map<Sum, Long> sums = new EnumMap<>(Sum.class);
    private RequestCounts warmUp = RequestCounts.NONE;
    private LoadReport.Phase phase = LoadReport.Phase.DONE;
    private long measuredNanos;

    private enum Sum {
        DUPLICATES,
        LATE,
        UNSOLICITED,
        MISMATCHED,
        MALFORMED,
        REPEATED_SQNS,
        INCOMPLETE,
        VECTORS_SEEN,
        VECTORS_CHECKED,
        SQNS_NOT_REMEMBERED,
        OPEN,
        CONNECTS,
        FAILED_CONNECTS,
        DISCONNECTS,
        DISCONNECT_REQUESTS,
        WATCHDOGS_LOST,
        OCTETS_SENT,
        OCTETS_RECEIVED,
        UNSENT,
        RETRANSMITTED,
        ANSWERED_WHILE_SENDING,
        SUCCEEDED_WHILE_SENDING,
        CPU_NANOS
    }

    private static final class EntrySum {
        private final Histogram latency = Histograms.fine();
        private final List<CodeCount> codes = new ArrayList<>();
        private RequestCounts counts = RequestCounts.NONE;
    }

    private Snapshots(int entryCount) {
        for (int i = 0; i < entryCount; i++) {
            entries.add(new EntrySum());
        }
    }

    static LoadReport of(
            LoadPlan plan, List<Worker> workers, Timeline timeline, SqnMemory sqns, Optional<String> problem) {
        var sum = new Snapshots(plan.mix().size());
        for (var worker : workers) {
            onLoop(worker, () -> {
                sum.add(worker);
                return true;
            });
        }
        return sum.report(plan, timeline.samples(), sqns, problem);
    }

    /** Reads a thread's figures on that thread, which alone writes them. */
    private static void onLoop(Worker worker, Callable<Boolean> task) {
        try {
            if (worker.loop().inEventLoop()) {
                task.call();
            } else {
                worker.loop().submit(task).get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the figures", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the figures cannot be read", failure.getCause());
        } catch (Exception failure) {
            throw new IllegalStateException("the figures cannot be read", failure);
        }
    }

    private void add(Worker worker) {
        var stats = worker.stats();
        for (int i = 0; i < entries.size(); i++) {
            var sum = entries.get(i);
            var entry = stats.measured[i];
            sum.latency.add(entry.latency);
            sum.codes.addAll(entry.codes.toList());
            sum.counts = sum.counts.plus(entry.counts());
            latency.add(entry.latency);
            warmUp = warmUp.plus(stats.warmUp[i].counts());
        }
        watchdog.add(stats.links.watchdog);
        sendDelay.add(stats.sendDelay);
        addFaults(stats);
        addLinks(stats.links);
        plus(Sum.OPEN, worker.links().stream().filter(PeerLink::isOpen).count());
        plus(Sum.UNSENT, stats.unsent);
        plus(Sum.RETRANSMITTED, stats.retransmitted);
        plus(Sum.ANSWERED_WHILE_SENDING, stats.answeredWhileSending);
        plus(Sum.SUCCEEDED_WHILE_SENDING, stats.succeededWhileSending);
        plus(Sum.CPU_NANOS, worker.cpuNanos());
        measuredNanos = Math.max(measuredNanos, worker.measuredNanos());
        if (worker.phase().compareTo(phase) < 0) {
            phase = worker.phase();
        }
    }

    private void addFaults(WorkerStats stats) {
        plus(Sum.DUPLICATES, stats.duplicates);
        plus(Sum.LATE, stats.late);
        plus(Sum.UNSOLICITED, stats.unsolicited);
        plus(Sum.MISMATCHED, stats.mismatched);
        plus(Sum.MALFORMED, stats.links.malformed);
        plus(Sum.REPEATED_SQNS, stats.findings.repeatedSqns());
        plus(Sum.INCOMPLETE, stats.findings.incompleteAnswers());
        plus(Sum.VECTORS_SEEN, stats.findings.vectorsSeen());
        plus(Sum.VECTORS_CHECKED, stats.findings.vectorsChecked());
        plus(Sum.SQNS_NOT_REMEMBERED, stats.findings.sqnsNotRemembered());
        stats.findings.vectorFaults().forEach((fault, count) -> wrongVectors.merge(fault.name(), count, Long::sum));
    }

    private void addLinks(LinkStats links) {
        plus(Sum.CONNECTS, links.connects);
        plus(Sum.FAILED_CONNECTS, links.failedConnects);
        plus(Sum.DISCONNECTS, links.disconnects);
        plus(Sum.DISCONNECT_REQUESTS, links.disconnectRequests);
        plus(Sum.WATCHDOGS_LOST, links.watchdogsLost);
        plus(Sum.OCTETS_SENT, links.octetsSent);
        plus(Sum.OCTETS_RECEIVED, links.octetsReceived);
        links.requestsReceived.forEach((command, count) -> requestsReceived.merge(command, count, Long::sum));
    }

    private void plus(Sum sum, long value) {
        sums.merge(sum, value, Long::sum);
    }

    private long get(Sum sum) {
        return sums.getOrDefault(sum, 0L);
    }

    private LoadReport report(LoadPlan plan, List<IntervalSample> intervals, SqnMemory sqns, Optional<String> problem) {
        var requests = RequestCounts.NONE;
        var commands = new ArrayList<CommandReport>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            requests = requests.plus(entry.counts);
            commands.add(new CommandReport(
                    plan.mix().get(i).label(),
                    entry.counts,
                    CodeCounter.merge(entry.codes),
                    Latency.of(entry.latency)));
        }
        double seconds = measuredNanos / (double) TimeUnit.SECONDS.toNanos(1);
        return new LoadReport(
                phase,
                Duration.ofNanos(measuredNanos),
                requests,
                warmUp,
                seconds == 0 ? 0 : get(Sum.ANSWERED_WHILE_SENDING) / seconds,
                seconds == 0 ? 0 : get(Sum.SUCCEEDED_WHILE_SENDING) / seconds,
                Latency.of(latency),
                commands,
                faults(),
                new ChecksDone(
                        get(Sum.VECTORS_SEEN), get(Sum.VECTORS_CHECKED), sqns.size(), get(Sum.SQNS_NOT_REMEMBERED)),
                links(),
                intervals,
                generator(requests.sent() + warmUp.sent()),
                problem);
    }

    private Faults faults() {
        return new Faults(
                get(Sum.DUPLICATES),
                get(Sum.LATE),
                get(Sum.UNSOLICITED),
                get(Sum.MISMATCHED),
                get(Sum.MALFORMED),
                wrongVectors,
                get(Sum.REPEATED_SQNS),
                get(Sum.INCOMPLETE));
    }

    private LinkReport links() {
        return new LinkReport(
                (int) get(Sum.OPEN),
                get(Sum.CONNECTS),
                get(Sum.FAILED_CONNECTS),
                get(Sum.DISCONNECTS),
                get(Sum.DISCONNECT_REQUESTS),
                requestsReceived,
                Latency.of(watchdog),
                get(Sum.WATCHDOGS_LOST),
                get(Sum.OCTETS_SENT),
                get(Sum.OCTETS_RECEIVED));
    }

    private GeneratorReport generator(long sent) {
        long cpu = get(Sum.CPU_NANOS);
        return new GeneratorReport(
                Duration.ofNanos(cpu),
                sent == 0 ? 0 : cpu / NANOS_PER_MICRO / sent,
                Latency.of(sendDelay),
                get(Sum.UNSENT),
                get(Sum.RETRANSMITTED));
    }
}
