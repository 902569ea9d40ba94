// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.calls;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.Delivery;
import org.jhss.platform.bus.Offer;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.frame.MessageStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process waits for: a stream of its own, read by one thread, and the requests in flight by correlation id. Thread-safe.
 *
 * <p>Whoever depends on a reply's future runs on the reading thread, and must hand longer work to another.
 */
public final class Replies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final int BATCH = 256;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int SEQUENCE_BITS = 20;

    private final Bus bus;
    private final String address;
    private final BusConsumer consumer;
    private final Map<Long, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    // Seeded by the clock, so that a late reply to an earlier process of the same instance id matches nothing.
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() << SEQUENCE_BITS);
    private final Thread reader;
    private volatile boolean closed;

    private Replies(Bus bus) {
        this.bus = bus;
        this.address = bus.keys().replies(bus.instance());
        this.consumer = bus.ownConsumer(address);
        this.reader = Thread.ofPlatform().daemon().name("jhss-replies").unstarted(this::readAll);
    }

    /** Starts reading; one per process. */
    public static Replies open(Bus bus) {
        var replies = new Replies(bus);
        replies.reader.start();
        return replies;
    }

    /** The stream that replies are to be sent to: the {@code replyTo} of requests. */
    public String address() {
        return address;
    }

    /** Waits until replies can come in, which is so as soon as Redis was reached; whether it is so within {@code wait}. */
    public boolean awaitReady(Duration wait) {
        return consumer.prepare(wait);
    }

    /** A correlation id that this process has not used. */
    public long nextCorrelationId() {
        return sequence.incrementAndGet();
    }

    /** How many requests are waited for. */
    public int outstanding() {
        return waiting.size();
    }

    /**
     * Waits for the reply to {@code correlationId}; to be called before the request is sent.
     *
     * @return completes with the reply, or with TIMEOUT when none came in time; never exceptionally
     */
    public CompletableFuture<Reply> register(long correlationId, Duration timeout) {
        var reply = new CompletableFuture<Reply>()
                .completeOnTimeout(Reply.without(MessageStatus.TIMEOUT), timeout.toMillis(), TimeUnit.MILLISECONDS);
        waiting.put(correlationId, reply);
        var _ = reply.whenComplete((_, _) -> waiting.remove(correlationId));
        return reply;
    }

    /**
     * Sends a request to a stream that somebody reads and waits for its reply.
     *
     * @param envelope with {@link #address} to reply to and a correlation id of {@link #nextCorrelationId}
     * @return completes with the reply; at once with UNAVAILABLE when Redis or the stream's reader is away; never exceptionally
     */
    public CompletableFuture<Reply> request(String stream, Envelope envelope, byte[] payload, Duration timeout) {
        var reply = register(envelope.correlationId(), timeout);
        bus.send(stream, Frame.of(envelope, payload)).thenAccept(offer -> {
            if (offer != Offer.ACCEPTED) {
                reply.complete(Reply.without(MessageStatus.UNAVAILABLE));
            }
        });
        return reply;
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        consumer.close();
        waiting.values().forEach(reply -> reply.complete(Reply.without(MessageStatus.UNAVAILABLE)));
    }

    private void readAll() {
        while (!closed && consumer.isOpen()) {
            try {
                var deliveries = consumer.poll(BATCH, WAIT);
                if (deliveries.isEmpty()) {
                    continue;
                }
                for (var delivery : deliveries) {
                    hand(delivery);
                }
                // A reply is of use once only: it is removed whether or not somebody waited for it.
                consumer.ack(deliveries);
            } catch (RuntimeException e) {
                LOG.error("Replies could not be read; trying again", e);
                LockSupport.parkNanos(this, PAUSE.toNanos());
            }
        }
    }

    private void hand(Delivery delivery) {
        for (BusMessage message : delivery.messages()) {
            var reply = waiting.remove(message.envelope().correlationId());
            if (reply != null) {
                reply.complete(new Reply(message.envelope().status(), Optional.of(message)));
            }
        }
    }
}
