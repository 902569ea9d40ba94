// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.harness;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.BusKeys;
import org.jhss.platform.bus.Outbox;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.redis.BusSettings;

/** Stands in for hss-service on the real bus: answers each request with success, or as a test wants. */
public final class EchoHss implements AutoCloseable {

    /** What is done with a request. */
    @FunctionalInterface
    public interface Handling {
        void handle(BusMessage request, byte[] answer, Outbox outbox);
    }

    private static final Handling ANSWER = (request, answer, outbox) ->
            outbox.add(request.envelope().replyTo(), request.envelope().answer(), answer);

    private final Bus bus;
    private final BusConsumer consumer;
    private final Thread thread;
    private final Answers answers = new Answers("hss01", Messages.REALM);
    private final AtomicLong handled = new AtomicLong();
    private final List<BusMessage> seen = new CopyOnWriteArrayList<>();
    private volatile Handling handling = ANSWER;
    private volatile boolean remember = true;
    private volatile boolean stopped;

    public EchoHss(BusSettings settings) {
        bus = Bus.open(settings, "echo-" + UUID.randomUUID(), new SimpleMeterRegistry());
        consumer = bus.consumer(bus.keys().inbound(), BusKeys.HSS_GROUP, bus.instance());
        consumer.prepare(Duration.ofSeconds(5));
        thread = Thread.ofPlatform().name("echo-hss").start(this::run);
    }

    /** Handles requests so from now on. */
    public void handle(Handling by) {
        handling = by;
    }

    /** Answers again. */
    public void answerAll() {
        handling = ANSWER;
    }

    /** Keeps nothing of what it sees, for measuring. */
    public void rememberNothing() {
        remember = false;
    }

    public long handled() {
        return handled.get();
    }

    /** The requests seen so far. */
    public List<BusMessage> seen() {
        return seen;
    }

    public Bus bus() {
        return bus;
    }

    private void run() {
        var reader = new MessageReader(Limits.DEFAULT);
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        var outbox = bus.outbox();
        while (!stopped) {
            var deliveries = consumer.poll(256, Duration.ofMillis(200));
            for (var delivery : deliveries) {
                for (var request : delivery.messages()) {
                    if (reader.read(request.buffer(), request.offset(), request.length()) instanceof Message message) {
                        buffer.clear();
                        answers.error(writer, message, ResultCode.SUCCESS);
                        if (remember) {
                            seen.add(request);
                        }
                        handled.incrementAndGet();
                        handling.handle(request, buffer.copy(0, buffer.length()), outbox);
                    }
                }
            }
            if (!deliveries.isEmpty()) {
                var _ = consumer.complete(deliveries, outbox);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
        bus.close();
    }
}
