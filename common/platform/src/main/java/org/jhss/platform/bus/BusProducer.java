// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.frame.FrameWriter;
import org.jhss.platform.bus.redis.BusSettings.Limits;
import org.jhss.platform.bus.redis.RedisLink;
import org.jspecify.annotations.Nullable;

/**
 * Appends messages to one stream, on a connection of its own.
 *
 * <p>Batching adapts itself without a timer: {@link #flush} sends what was appended at once while nothing is on its way, and
 * otherwise lets messages gather in the next frame, which leaves when the one before is confirmed. (Two frames on their way at once gain
 * nothing, and could overtake each other: Netty runs a write of its own thread before one that another thread handed in.) A caller appends everything that one
 * read of a socket gave and flushes then.
 *
 * <p>Thread-safe by one short lock; an event loop is never blocked by Redis. What is not confirmed is bounded in octets; beyond it, or
 * beyond the stream's own bound, messages are refused.
 */
public final class BusProducer implements AutoCloseable {

    private static final int FRAMES_AVERAGED = 16;

    private final byte[] stream;
    private final RedisLink link;
    private final Limits limits;
    private final LossListener losses;
    private final Object lock = new Object();
    private final FrameWriter gathering;
    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private final ArrayList<Pending> refusedLater = new ArrayList<>();
    private boolean inFlight;
    private long unconfirmedBytes;
    private long unconfirmedMessages;
    private double messagesPerFrame = 1;
    private double bytesPerFrame;
    private volatile long streamEntries;
    private volatile long backlog;
    private volatile long backlogBytes;
    private volatile boolean suspect;

    private final Counter sentFrames;
    private final Counter sentMessages;
    private final Counter sentBytes;
    private final Counter lostMessages;
    private final Counter overloaded;
    private final Counter unavailable;

    private record Pending(Frame frame, @Nullable CompletableFuture<Offer> result) {}

    BusProducer(String stream, RedisLink link, Limits limits, LossListener losses, BusMetrics metrics) {
        this.stream = stream.getBytes(StandardCharsets.UTF_8);
        this.link = link;
        this.limits = limits;
        this.losses = losses;
        this.gathering = new FrameWriter();
        this.sentFrames = metrics.counter("jhss.bus.sent.frames", stream, "Frames that Redis confirmed");
        this.sentMessages = metrics.counter("jhss.bus.sent.messages", stream, "Messages that Redis confirmed");
        this.sentBytes = metrics.counter("jhss.bus.sent.bytes", stream, "Octets that Redis confirmed");
        this.lostMessages = metrics.counter(
                "jhss.bus.lost.messages", stream, "Messages that Redis did not confirm; their senders are told");
        this.overloaded =
                metrics.counter("jhss.bus.refused.overloaded", stream, "Messages refused because too much is queued");
        this.unavailable = metrics.counter(
                "jhss.bus.refused.unavailable", stream, "Messages refused because Redis is not reachable");
        metrics.gauge(
                "jhss.bus.backlog",
                stream,
                "Messages queued and not acknowledged, estimated",
                this,
                BusProducer::backlog);
        metrics.gauge(
                "jhss.bus.inflight.frames",
                stream,
                "Frames that wait for the confirmation of Redis",
                this,
                BusProducer::framesInFlight);
    }

    /**
     * Takes one message into the frame that is being gathered; {@link #flush} sends it.
     *
     * @return ACCEPTED, OVERLOADED or UNAVAILABLE; only an accepted message is copied and may come back to the loss listener
     */
    public Offer append(Envelope envelope, byte[] payload, int offset, int length) {
        if (!isAvailable()) {
            unavailable.increment();
            return Offer.UNAVAILABLE;
        }
        if (isFull()) {
            overloaded.increment();
            return Offer.OVERLOADED;
        }
        synchronized (lock) {
            if (unconfirmedBytes + gathering.size() + length > limits.maxBufferedBytes()) {
                overloaded.increment();
                return Offer.OVERLOADED;
            }
            if (gathering.messages() >= limits.maxFrameMessages()
                    || (gathering.messages() > 0 && gathering.size() + length > limits.maxFrameBytes())) {
                enqueue(gathering.toFrame(), null);
            }
            gathering.add(envelope, payload, offset, length);
        }
        return Offer.ACCEPTED;
    }

    /** Sends what was appended, now or as soon as the frame on its way is confirmed. */
    public void flush() {
        synchronized (lock) {
            pump();
        }
        reportRefused();
    }

    /** {@link #append} and {@link #flush}. */
    public Offer send(Envelope envelope, byte[] payload, int offset, int length) {
        var offer = append(envelope, payload, offset, length);
        if (offer == Offer.ACCEPTED) {
            flush();
        }
        return offer;
    }

    /** Sends a ready frame, after what was appended before; completes, never exceptionally, when Redis confirmed or did not. */
    public CompletionStage<Offer> send(Frame frame) {
        if (!isAvailable()) {
            unavailable.increment(frame.messages());
            return CompletableFuture.completedFuture(Offer.UNAVAILABLE);
        }
        var result = new CompletableFuture<Offer>();
        synchronized (lock) {
            if (isFull() || unconfirmedBytes + gathering.size() + frame.octets().length > limits.maxBufferedBytes()) {
                overloaded.increment(frame.messages());
                return CompletableFuture.completedFuture(Offer.OVERLOADED);
            }
            if (gathering.messages() > 0) {
                enqueue(gathering.toFrame(), null);
            }
            enqueue(frame, result);
            pump();
        }
        reportRefused();
        return result;
    }

    /** Whether Redis is reachable and confirmed what was sent last. */
    public boolean isAvailable() {
        return !suspect && link.isUp();
    }

    /** Messages in the stream that nobody has acknowledged yet (estimated, some 100 ms old) and those not confirmed by Redis. */
    public long backlog() {
        return backlog;
    }

    private boolean isFull() {
        return backlog >= limits.maxBacklogMessages() || backlogBytes >= limits.maxBacklogBytes();
    }

    /** Entries in the stream, as last seen. */
    public long streamEntries() {
        return streamEntries;
    }

    int framesInFlight() {
        synchronized (lock) {
            return inFlight ? 1 : 0;
        }
    }

    byte[] stream() {
        return stream;
    }

    void observeStream(long entries) {
        synchronized (lock) {
            streamEntries = entries;
            backlog = Math.round(entries * messagesPerFrame) + unconfirmedMessages;
            backlogBytes = Math.round(entries * bytesPerFrame) + unconfirmedBytes;
        }
    }

    /** Tries a connection that failed to confirm; the first success makes it available again. */
    void probe() {
        if (!suspect) {
            return;
        }
        link.commands()
                .ifPresent(commands -> commands.ping().whenComplete((pong, failure) -> {
                    if (failure == null) {
                        suspect = false;
                    }
                }));
    }

    @Override
    public void close() {
        link.close();
    }

    private void enqueue(Frame frame, @Nullable CompletableFuture<Offer> result) {
        waiting.add(new Pending(frame, result));
        unconfirmedBytes += frame.octets().length;
        unconfirmedMessages += frame.messages();
        messagesPerFrame += (frame.messages() - messagesPerFrame) / FRAMES_AVERAGED;
        bytesPerFrame += (frame.octets().length - bytesPerFrame) / FRAMES_AVERAGED;
    }

    private void pump() {
        while (!inFlight) {
            if (waiting.isEmpty()) {
                if (gathering.messages() == 0) {
                    return;
                }
                enqueue(gathering.toFrame(), null);
            }
            var open = link.commands();
            if (open.isEmpty()) {
                refuseWaiting();
                return;
            }
            var next = waiting.remove();
            inFlight = true;
            open.get()
                    .xadd(stream, StreamWriter.FIELD, next.frame().octets())
                    .whenComplete((id, failure) -> confirmed(next, failure));
        }
    }

    private void confirmed(Pending pending, @Nullable Throwable failure) {
        synchronized (lock) {
            inFlight = false;
            if (failure == null) {
                settled(pending);
                suspect = false;
                sentFrames.increment();
                sentMessages.increment(pending.frame().messages());
                sentBytes.increment(pending.frame().octets().length);
            } else {
                suspect = true;
                waiting.addFirst(pending);
                refuseWaiting();
            }
            pump();
        }
        if (failure == null && pending.result() != null) {
            pending.result().complete(Offer.ACCEPTED);
        }
        reportRefused();
    }

    private void settled(Pending pending) {
        unconfirmedBytes -= pending.frame().octets().length;
        unconfirmedMessages -= pending.frame().messages();
    }

    private void refuseWaiting() {
        if (gathering.messages() > 0) {
            enqueue(gathering.toFrame(), null);
        }
        for (var pending : waiting) {
            settled(pending);
            refusedLater.add(pending);
        }
        waiting.clear();
    }

    /** Tells whom it concerns, outside the lock. */
    private void reportRefused() {
        List<Pending> refused;
        synchronized (lock) {
            if (refusedLater.isEmpty()) {
                return;
            }
            refused = List.copyOf(refusedLater);
            refusedLater.clear();
        }
        for (var pending : refused) {
            lostMessages.increment(pending.frame().messages());
            if (pending.result() != null) {
                pending.result().complete(Offer.UNAVAILABLE);
            } else {
                losses.lost(pending.frame());
            }
        }
    }
}
