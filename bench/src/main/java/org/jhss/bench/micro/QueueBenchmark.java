// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.BusKeys;
import org.jhss.platform.bus.BusProducer;
import org.jhss.platform.bus.Offer;
import org.jhss.platform.bus.frame.FrameWriter;
import org.jhss.testkit.redis.RedisProcess;
import org.jhss.testkit.redis.RedisServer;
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
 * One frame of AIRs into a stream, read by a group, and removed, each step waited for: three round trips to Redis (XADD, XREADGROUP,
 * XACK and XDEL), and nothing else on the machine. The time is that of a frame; a request's passage takes two frames, there and back.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueueBenchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Param({"1", "64"})
    public int messages = 1;

    private final byte[] air = Messages.air();
    private final FrameWriter writer = new FrameWriter();
    private Queue queue = Queue.NONE;

    /** A Redis and both ends of a stream on it. */
    private record Queue(RedisProcess redis, Bus bus, BusProducer producer, BusConsumer consumer)
            implements AutoCloseable {

        @SuppressWarnings("NullAway") // JMH sets the field up before it measures.
        private static final Queue NONE = null;

        static Queue open() throws IOException {
            var redis = RedisServer.start(Files.createTempDirectory("jhss-queue"));
            var bus = Bus.open(redis.settings("bench"), "bench", new SimpleMeterRegistry());
            var consumer = bus.consumer(bus.keys().inbound(), BusKeys.HSS_GROUP, "bench");
            if (!consumer.prepare(PATIENCE)) {
                throw new IOException("Redis does not answer");
            }
            return new Queue(redis, bus, bus.producer(bus.keys().inbound(), _ -> {}), consumer);
        }

        @Override
        public void close() {
            consumer.close();
            producer.close();
            bus.close();
            redis.close();
        }
    }

    @Setup
    public void open() throws IOException {
        queue = Queue.open();
    }

    @TearDown
    public void close() {
        queue.close();
    }

    @Benchmark
    public Offer roundTrip() {
        var frame = FrameBenchmark.packed(writer, air, messages);
        queue.producer().send(frame).toCompletableFuture().join();
        var delivered = queue.consumer().poll(messages, PATIENCE);
        return queue.consumer().ack(delivered).toCompletableFuture().join();
    }
}
