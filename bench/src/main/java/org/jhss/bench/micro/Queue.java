// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.BusKeys;
import org.jhss.platform.bus.BusProducer;
import org.jhss.platform.bus.Offer;
import org.jhss.platform.bus.frame.FrameWriter;
import org.jhss.testkit.redis.RedisProcess;
import org.jhss.testkit.redis.RedisServer;

/** A Redis of its own, as {@code ./jhss up} sets it up, and both ends of a stream on it. For one thread. */
public final class Queue implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path directory;
    private final RedisProcess redis;
    private final Bus bus;
    private final BusProducer producer;
    private final BusConsumer consumer;
    private final byte[] air = Messages.air();
    private final FrameWriter writer = new FrameWriter();

    private Queue(Path directory) {
        this.directory = directory;
        redis = RedisServer.start(directory);
        bus = Bus.open(redis.settings("bench"), "bench", new SimpleMeterRegistry());
        consumer = bus.consumer(bus.keys().inbound(), BusKeys.HSS_GROUP, "bench");
        if (!consumer.prepare(PATIENCE)) {
            throw new IllegalStateException("Redis does not answer");
        }
        producer = bus.producer(bus.keys().inbound(), _ -> {});
    }

    /** Starts the server and connects. */
    public static Queue open() throws IOException {
        return new Queue(Files.createTempDirectory("jhss-queue"));
    }

    /** One frame of so many AIRs into the stream, read by the group, and removed, each step waited for. */
    public Offer roundTrip(int messages) {
        producer.send(FrameBenchmark.packed(writer, air, messages))
                .toCompletableFuture()
                .join();
        var delivered = consumer.poll(messages, PATIENCE);
        return consumer.ack(delivered).toCompletableFuture().join();
    }

    /** CPU time of the server. */
    public Duration serverCpuTime() {
        return ProcessHandle.of(redis.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        producer.close();
        bus.close();
        redis.close();
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
