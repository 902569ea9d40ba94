// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A report for people. */
final class TextRendering {

    private static final double MICROS_PER_MILLI = 1000;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final StringBuilder out = new StringBuilder();

    private TextRendering() {}

    static String of(LoadReport report) {
        var text = new TextRendering();
        text.summary(report);
        text.commands(report);
        text.links(report);
        text.faults(report);
        return text.out.toString();
    }

    private void summary(LoadReport report) {
        report.problem().ifPresent(problem -> line(String.format(Locale.ROOT, "problem     %s", problem)));
        line(String.format(
                Locale.ROOT,
                "answers     %.0f/s, %.0f/s of success, over %.1f s%s",
                report.answersPerSecond(),
                report.successesPerSecond(),
                report.measured().toNanos() / NANOS_PER_SECOND,
                report.warmUp().sent() == 0
                        ? ""
                        : " after a warm-up of " + report.warmUp().sent() + " requests"));
        line(String.format(Locale.ROOT, "latency     %s", latency(report.latency())));
        var requests = report.requests();
        line(String.format(
                Locale.ROOT,
                "requests    sent %d, answered %d (success %d, refused %d, failed %d), lost %d, connection ended %d%s",
                requests.sent(),
                requests.answered(),
                requests.succeeded(),
                requests.refused(),
                requests.failed(),
                requests.lost(),
                requests.ended(),
                requests.outstanding() == 0 ? "" : ", outstanding " + requests.outstanding()));
        if (report.warmUp().lost() + report.warmUp().ended() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "warm-up     lost %d, connection ended %d",
                    report.warmUp().lost(),
                    report.warmUp().ended()));
        }
    }

    private void commands(LoadReport report) {
        for (var command : report.commands()) {
            var codes = command.codes().stream()
                    .map(code -> code.name() + " " + code.count())
                    .collect(Collectors.joining(", "));
            line(String.format(Locale.ROOT, "%-11s %s", command.label(), codes.isEmpty() ? "no answer" : codes));
            if (report.commands().size() > 1) {
                line(String.format(Locale.ROOT, "            %s", latency(command.latency())));
            }
        }
    }

    private void links(LoadReport report) {
        var links = report.links();
        line(String.format(
                Locale.ROOT,
                "links       connected %d, failed %d, disconnected %d, DPR received %d",
                links.connects(),
                links.failedConnects(),
                links.disconnects(),
                links.disconnectRequests()));
        if (!links.requestsReceived().isEmpty()) {
            line(String.format(Locale.ROOT, "received    %s", counts(links.requestsReceived())));
        }
        if (links.watchdog().count() + links.watchdogsLost() > 0) {
            line(String.format(
                    Locale.ROOT, "watchdog    %s; unanswered %d", latency(links.watchdog()), links.watchdogsLost()));
        }
        var generator = report.generator();
        line(String.format(
                Locale.ROOT,
                "generator   %.1f us of CPU per request%s%s%s",
                generator.cpuMicrosPerRequest(),
                // In closed loop nothing is late.
                generator.sendDelay().max() == 0 ? "" : "; sent late by " + latency(generator.sendDelay()),
                generator.unsent() == 0 ? "" : "; never sent " + generator.unsent(),
                generator.retransmitted() == 0 ? "" : "; sent again " + generator.retransmitted()));
    }

    private void faults(LoadReport report) {
        var checks = report.checks();
        line(String.format(
                Locale.ROOT,
                "checks      vectors %d of %d, SQNs remembered %d%s",
                checks.vectorsChecked(),
                checks.vectorsSeen(),
                checks.sqnsRemembered(),
                checks.sqnsNotRemembered() == 0 ? "" : " (no room for " + checks.sqnsNotRemembered() + ")"));
        var faults = report.faults();
        line(String.format(
                Locale.ROOT,
                "faults      lost %d, duplicate answers %d, late %d, unsolicited %d, mismatched %d, malformed %d,"
                        + " wrong vectors %d, repeated SQNs %d, incomplete %d",
                report.lost(),
                faults.duplicateAnswers(),
                faults.lateAnswers(),
                faults.unsolicited(),
                faults.mismatched(),
                faults.malformed(),
                faults.wrongVectorCount(),
                faults.repeatedSqns(),
                faults.incompleteAnswers()));
        if (!faults.wrongVectors().isEmpty()) {
            line(String.format(Locale.ROOT, "vectors     wrong: %s", counts(faults.wrongVectors())));
        }
    }

    private static String counts(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String latency(Latency latency) {
        if (latency.count() == 0) {
            return "none measured";
        }
        return "p50 " + millis(latency.p50()) + "  p95 " + millis(latency.p95()) + "  p99 " + millis(latency.p99())
                + "  p99.9 " + millis(latency.p999()) + "  max " + millis(latency.max()) + " ms";
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f", micros / MICROS_PER_MILLI);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
