// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.bus.Offer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One frame through the queue: XADD, XREADGROUP, XACK and XDEL in three round trips, and nothing else on the machine. The time is that
 * of a frame; a request's passage takes two, there and back.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueueBenchmark {

    @Param({"1", "64"})
    public int messages = 1;

    @SuppressWarnings("NullAway.Init") // JMH calls open() before it measures.
    private Queue queue;

    @Setup
    public void open() throws IOException {
        queue = Queue.open();
    }

    @TearDown
    public void close() throws IOException {
        queue.close();
    }

    @Benchmark
    public Offer roundTrip() {
        return queue.roundTrip(messages);
    }
}
