// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import io.lettuce.core.Consumer;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jhss.platform.bus.redis.BusSettings.Limits;
import org.jhss.platform.bus.redis.RedisFailure;
import org.jhss.platform.bus.redis.RedisLink;
import org.jhss.platform.logging.RateLimitedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one stream as one consumer of a group, on a connection of its own.
 *
 * <p>{@link #poll} and {@link #claimStale} are for one thread; {@link #ack}, {@link #complete} and {@link #release} for any. While Redis
 * is away {@link #poll} waits and returns nothing; the group is made anew when it is gone; frames that this consumer was given but
 * never saw (the connection broke meanwhile) are delivered again as soon as it is back.
 */
public final class BusConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BusConsumer.class);
    private static final Duration FAILURE_PAUSE = Duration.ofMillis(50);
    private static final Duration QUIET_LOG = Duration.ofSeconds(10);
    private static final String FIRST_ID = "0-0";

    private final byte[] stream;
    private final byte[] group;
    private final Consumer<byte[]> self;
    private final RedisLink link;
    private final StreamWriter writer;
    private final Limits limits;
    private final GroupKeeper groups;
    private final DeliveryReader deliveries;
    private final RateLimitedLog quietly = new RateLimitedLog(LOG, 1, QUIET_LOG);
    private volatile boolean ownPending = true;
    private String ownCursor = FIRST_ID;
    private volatile boolean closed;

    BusConsumer(
            byte[] stream,
            byte[] group,
            String name,
            RedisLink link,
            StreamWriter writer,
            Limits limits,
            GroupKeeper groups,
            DeliveryReader deliveries) {
        this.stream = stream;
        this.group = group;
        this.self = Consumer.from(group, name.getBytes(StandardCharsets.UTF_8));
        this.link = link;
        this.writer = writer;
        this.limits = limits;
        this.groups = groups;
        this.deliveries = deliveries;
    }

    /**
     * Makes stream and group, so that what is sent from now on is kept for this consumer.
     *
     * @return whether that was done within {@code wait}
     */
    public boolean prepare(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        while (!closed && !Thread.currentThread().isInterrupted()) {
            if (link.awaitUp(end - System.nanoTime()) && ensureGroup()) {
                return true;
            }
            if (System.nanoTime() >= end) {
                return false;
            }
            pause(end);
        }
        return false;
    }

    /**
     * Waits for frames. Only whole frames are delivered, and the number of frames asked for is an estimate from the size of earlier
     * ones, so the result may hold some more than {@code maxMessages} messages.
     *
     * @param wait how long to wait for the first; none when zero
     * @return nothing when the time is over, Redis is away, or the thread was interrupted
     */
    public List<Delivery> poll(int maxMessages, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        while (!closed
                && link.awaitUp(end - System.nanoTime())
                && !Thread.currentThread().isInterrupted()) {
            if (ensureGroup()) {
                var read = readOnce(maxMessages, end);
                if (!read.isEmpty()) {
                    return read;
                }
            } else {
                pause(end);
            }
            if (System.nanoTime() >= end) {
                break;
            }
        }
        return List.of();
    }

    /** Whether anything can still come: false once it or its bus is closed, when {@link #poll} returns at once. */
    public boolean isOpen() {
        return !closed && link.isOpen();
    }

    /** Removes frames from the stream; see {@link #complete}. */
    public CompletionStage<Offer> ack(Collection<Delivery> done) {
        return complete(done, List.of());
    }

    /**
     * Queues the answers, then removes the frames that they answer, in one flush. The outbox is empty afterwards.
     *
     * @return completes, never exceptionally, when Redis confirmed all of it (ACCEPTED); when some answer's reader is gone
     *     (NO_READER, the rest is done); or when something was not confirmed (UNAVAILABLE): the frames may then be delivered again
     */
    public CompletionStage<Offer> complete(Collection<Delivery> done, Outbox answers) {
        return complete(done, answers.drain());
    }

    /** Gives frames back undone; they are delivered again, to any consumer, when they have been idle for long enough. */
    public void release(Collection<Delivery> undone) {
        deliveries.forget(undone);
    }

    /**
     * Takes over frames that some consumer was given at least {@code minIdle} ago and has not completed, except those that this consumer
     * still holds. Consumers that are gone and have nothing left are removed from the group now and then.
     *
     * @param max most frames to take
     */
    public List<Delivery> claimStale(Duration minIdle, int max) {
        var claimed = new ArrayList<Delivery>();
        var cursor = FIRST_ID;
        do {
            var open = link.commands();
            if (open.isEmpty() || closed) {
                return claimed;
            }
            var args = new XAutoClaimArgs<byte[]>()
                    .consumer(self)
                    .minIdleTime(minIdle)
                    .startId(cursor)
                    .count(Math.max(1, max - claimed.size()));
            try {
                var page = await(open.get().xautoclaim(stream, args), limits.commandTimeout());
                deliveries.read(page.getMessages(), true, claimed);
                cursor = page.getId();
            } catch (ExecutionException | TimeoutException e) {
                failed(e);
                return claimed;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return claimed;
            }
        } while (claimed.size() < max && !FIRST_ID.equals(cursor));
        groups.removeIdleConsumers();
        return claimed;
    }

    /** Frames that this consumer holds. */
    public int inHand() {
        return deliveries.inHand();
    }

    @Override
    public void close() {
        closed = true;
        groups.close();
        link.close();
    }

    private CompletionStage<Offer> complete(Collection<Delivery> done, List<Outbox.Addressed> answers) {
        if (done.isEmpty()) {
            return writer.write(answers, null);
        }
        var ids = new String[done.size()];
        int i = 0;
        for (var delivery : done) {
            ids[i++] = delivery.id();
        }
        return writer.write(answers, new StreamWriter.Acknowledgement(stream, group, ids))
                .whenComplete((offer, failure) -> {
                    deliveries.forget(done);
                    if (offer == Offer.UNAVAILABLE) {
                        ownPending = true;
                    }
                });
    }

    private boolean ensureGroup() {
        if (groups.isReady()) {
            return true;
        }
        var open = link.commands();
        return open.isPresent() && groups.ensure(open.get());
    }

    private List<Delivery> readOnce(int maxMessages, long end) {
        var open = link.commands();
        if (open.isEmpty()) {
            return List.of();
        }
        int frames = deliveries.framesFor(maxMessages);
        try {
            if (ownPending) {
                var own = readOwnPending(open.get(), frames);
                if (!own.isEmpty()) {
                    return own;
                }
            }
            long millis = Math.clamp(
                    TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()),
                    0,
                    limits.maxWait().toMillis());
            var args = new XReadArgs().count(frames);
            if (millis > 0) {
                args.block(millis);
            }
            var entries = await(
                    read(open.get(), args, StreamOffset.lastConsumed(stream)),
                    limits.maxWait().plusSeconds(2));
            var result = new ArrayList<Delivery>(entries.size());
            deliveries.read(entries, false, result);
            return result;
        } catch (ExecutionException | TimeoutException e) {
            failed(e);
            if (groups.isReady()) {
                pause(end);
            }
            return List.of();
        } catch (InterruptedException e) {
            ownPending = true;
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<Delivery> readOwnPending(RedisClusterAsyncCommands<byte[], byte[]> commands, int frames)
            throws ExecutionException, TimeoutException, InterruptedException {
        var result = new ArrayList<Delivery>();
        while (result.isEmpty()) {
            List<StreamMessage<byte[], byte[]>> entries = await(
                    read(commands, new XReadArgs().count(frames), StreamOffset.from(stream, ownCursor)),
                    limits.commandTimeout());
            if (entries.isEmpty()) {
                ownCursor = FIRST_ID;
                ownPending = false;
                return result;
            }
            ownCursor = entries.getLast().getId();
            deliveries.read(entries, true, result);
        }
        return result;
    }

    @SuppressWarnings("unchecked") // The varargs array of one is made here and read by Lettuce only.
    private Future<List<StreamMessage<byte[], byte[]>>> read(
            RedisClusterAsyncCommands<byte[], byte[]> commands, XReadArgs args, StreamOffset<byte[]> from) {
        return commands.xreadgroup(self, args, from);
    }

    private void failed(Exception failure) {
        ownPending = true;
        if (RedisFailure.isGroupMissing(failure)) {
            groups.lost();
        } else if (RedisFailure.isAnswered(failure)) {
            quietly.atWarn("")
                    .addKeyValue("cause", RedisFailure.describe(failure))
                    .log("Redis refused a read");
        }
    }

    /** Keeps from asking a Redis that refuses again and again without end. */
    private void pause(long end) {
        long nanos = Math.min(FAILURE_PAUSE.toNanos(), end - System.nanoTime());
        if (nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    private static <T> T await(Future<T> future, Duration patience)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(patience.toMillis() + 500, TimeUnit.MILLISECONDS);
    }
}
