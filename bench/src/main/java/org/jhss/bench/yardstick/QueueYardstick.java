// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.yardstick;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jhss.bench.micro.Queue;
import org.jhss.load.report.Latency;

/** The limit of the queue: frames through Redis and back, one at a time. */
final class QueueYardstick {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int DIGITS = 3;

    private QueueYardstick() {}

    static List<Yardstick> measure(Duration time) throws IOException {
        var lines = new ArrayList<Yardstick>();
        try (var queue = Queue.open()) {
            for (int messages : List.of(1, 64)) {
                run(queue, messages, WARM_UP, new Histogram(DIGITS));
                lines.add(measure(queue, messages, time));
            }
        }
        return lines;
    }

    private static Yardstick measure(Queue queue, int messages, Duration time) {
        var histogram = new Histogram(DIGITS);
        var cpu = queue.serverCpuTime();
        long nanos = run(queue, messages, time, histogram);
        cpu = queue.serverCpuTime().minus(cpu);
        double done = (double) histogram.getTotalCount() * messages;
        return new Yardstick(
                "Redis: XADD, XREADGROUP, XACK with XDEL, each waited for",
                "frames of " + messages,
                done * NANOS_PER_SECOND / nanos,
                Latency.of(histogram),
                cpu.toNanos() / NANOS_PER_MICRO / Math.max(1, done),
                0);
    }

    /** Returns how long it took, in nanoseconds. */
    private static long run(Queue queue, int messages, Duration time, Histogram micros) {
        long start = System.nanoTime();
        long last = start;
        while (last - start < time.toNanos()) {
            queue.roundTrip(messages);
            long now = System.nanoTime();
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(now - last));
            last = now;
        }
        return last - start;
    }
}
