// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jhss.diameter.message.Message;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.BusProducer;
import org.jhss.platform.bus.Offer;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.FrameWriter;
import org.jhss.platform.bus.frame.MessageKind;
import org.jhss.platform.bus.redis.BusSettings;

/** Stands where diameter-service stands: puts requests of one peer on the bus and collects what comes back. */
public final class TestPeer implements AutoCloseable {

    public static final String HOST = "mme01.epc.mnc099.mcc999.3gppnetwork.org";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Bus bus;
    private final BusProducer producer;
    private final BusConsumer consumer;
    private final String address;
    private final AtomicLong correlation = new AtomicLong();
    private final Map<Long, List<Message>> answers = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public TestPeer(BusSettings settings, String instance) {
        bus = Bus.open(settings, instance, new SimpleMeterRegistry());
        address = bus.keys().outbound(instance);
        producer = bus.producer(bus.keys().inbound(), lost -> {});
        consumer = bus.ownConsumer(address);
        if (!consumer.prepare(PATIENCE)) {
            throw new IllegalStateException("Redis is not there");
        }
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(producer::isAvailable);
        Thread.ofPlatform().daemon().start(this::read);
    }

    public Bus bus() {
        return bus;
    }

    /** Whether requests can be queued now. */
    public boolean isConnected() {
        return producer.isAvailable();
    }

    /** Queues a request with a deadline 10 s ahead; returns its correlation id. */
    public long send(byte[] request) {
        return sendFrame(List.of(request), 10_000).getFirst();
    }

    /** Queues requests as one frame, so that one worker gets them as one batch. */
    public List<Long> sendFrame(List<byte[]> requests, long deadlineInMillis) {
        var writer = new FrameWriter();
        var ids = new ArrayList<Long>();
        long now = System.currentTimeMillis();
        for (var request : requests) {
            long id = correlation.incrementAndGet();
            ids.add(id);
            writer.add(
                    Envelope.requestIn(1, id, now, now + deadlineInMillis, HOST, address), request, 0, request.length);
        }
        var frame = writer.toFrame();
        if (producer.send(frame).toCompletableFuture().join() != Offer.ACCEPTED) {
            throw new IllegalStateException("the bus refused the frame");
        }
        return ids;
    }

    /** The first answer to a request, waited for. */
    public Message answer(long id) {
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> answers.containsKey(id));
        return answers.get(id).getFirst();
    }

    /** All answers to a request so far. */
    public List<Message> answers(long id) {
        return answers.getOrDefault(id, List.of());
    }

    /** How many requests have been answered. */
    public int answered() {
        return answers.size();
    }

    @Override
    public void close() {
        closed = true;
        consumer.close();
        producer.close();
        bus.close();
    }

    private void read() {
        while (!closed) {
            var deliveries = consumer.poll(256, Duration.ofMillis(200));
            for (var delivery : deliveries) {
                for (var message : delivery.messages()) {
                    if (message.kind() == MessageKind.ANSWER_OUT
                            && Message.parse(message.payload()) instanceof Message answer) {
                        answers.computeIfAbsent(message.envelope().correlationId(), _ -> new CopyOnWriteArrayList<>())
                                .add(answer);
                    }
                }
            }
            if (!deliveries.isEmpty()) {
                consumer.ack(deliveries);
            }
        }
    }
}
