// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jhss.load.report.Latency;
import org.jhss.load.report.LoadReport;

/**
 * One line of a result.
 *
 * @param what what was asked
 * @param pace how it was asked
 * @param answersPerSecond answers in the measured time
 * @param sent requests, the warm-up included
 * @param notSucceeded requests of these without an answer of success: refused, failed, lost, or cut off
 * @param faults answers that must not be: twice, late, wrong vector, repeated SQN and so on
 * @param latency of the measured time, in microseconds
 * @param cpuMicros CPU time of each part per request, in microseconds
 * @param generatorCpuMicros that of the generator
 */
record Measurement(
        String what,
        String pace,
        double answersPerSecond,
        long sent,
        long notSucceeded,
        long faults,
        Latency latency,
        Map<Part, Double> cpuMicros,
        double generatorCpuMicros) {

    private static final double NANOS_PER_MICRO = 1_000;

    Measurement {
        cpuMicros = Map.copyOf(cpuMicros);
    }

    /**
     * From a run and the CPU times just before and after it, which include the warm-up's and so are spread over all its requests.
     */
    static Measurement of(
            String what, String pace, LoadReport report, Map<Part, Duration> before, Map<Part, Duration> after) {
        var all = report.requests().plus(report.warmUp());
        var cpu = new EnumMap<Part, Double>(Part.class);
        after.forEach((part, time) ->
                cpu.put(part, perRequest(time.minus(before.getOrDefault(part, Duration.ZERO)), all.sent())));
        return new Measurement(
                what,
                pace,
                report.answersPerSecond(),
                all.sent(),
                all.sent() - all.succeeded(),
                report.faults().total(),
                report.latency(),
                cpu,
                perRequest(report.generator().cpu(), all.sent()));
    }

    /** CPU time of the whole system without the generator, per request, in microseconds. */
    double systemCpuMicros() {
        return cpuMicros.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double cpu(Part part) {
        return cpuMicros.getOrDefault(part, 0.0);
    }

    private static double perRequest(Duration time, long requests) {
        return requests == 0 ? 0 : time.toNanos() / NANOS_PER_MICRO / requests;
    }
}
