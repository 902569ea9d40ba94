// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import io.lettuce.core.XAddArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.platform.bus.Outbox.Addressed;
import org.jhss.platform.bus.redis.RedisLink;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers and acknowledges what they answer, in this order, in one flush of one connection shared by all workers.
 * Thread-safe.
 */
final class StreamWriter {

    static final byte[] FIELD = {'f'};

    /** Last resort against a reader that lives but does not read; far above what back-pressure lets through. */
    private static final long OWNED_STREAM_FRAMES = 100_000;

    private final RedisLink link;
    private final BusKeys keys;
    private final Counter frames;
    private final Counter orphaned;
    private final Counter unconfirmed;

    StreamWriter(RedisLink link, BusKeys keys, BusMetrics metrics) {
        this.link = link;
        this.keys = keys;
        this.frames = metrics.counter("jhss.bus.answer.frames", "Frames of answers handed to Redis");
        this.orphaned = metrics.counter("jhss.bus.answer.orphaned", "Frames of answers for processes that are gone");
        this.unconfirmed =
                metrics.counter("jhss.bus.answer.unconfirmed", "Frames of answers that Redis did not confirm");
    }

    CompletionStage<Offer> write(List<Addressed> answers, @Nullable Acknowledgement done) {
        var open = link.commands();
        if (open.isEmpty()) {
            unconfirmed.increment(answers.size());
            return CompletableFuture.completedFuture(Offer.UNAVAILABLE);
        }
        int expected = answers.size() + (done == null ? 0 : 2);
        if (expected == 0) {
            return CompletableFuture.completedFuture(Offer.ACCEPTED);
        }
        var pipeline = new Pipeline(expected);
        dispatch(open.get(), answers, done, pipeline);
        link.flush();
        return pipeline.result;
    }

    private void dispatch(
            RedisClusterAsyncCommands<byte[], byte[]> commands,
            List<Addressed> answers,
            @Nullable Acknowledgement done,
            Pipeline pipeline) {
        for (var answer : answers) {
            if (keys.owns(answer.stream())) {
                commands.xadd(
                                answer.stream().getBytes(StandardCharsets.UTF_8),
                                new XAddArgs()
                                        .nomkstream()
                                        .maxlen(OWNED_STREAM_FRAMES)
                                        .approximateTrimming(),
                                FIELD,
                                answer.frame().octets())
                        .whenComplete(pipeline::added);
            } else {
                pipeline.added(null, null);
            }
        }
        if (done != null) {
            commands.xack(done.stream(), done.group(), done.ids()).whenComplete(pipeline::acknowledged);
            commands.xdel(done.stream(), done.ids()).whenComplete(pipeline::acknowledged);
        }
        frames.increment(answers.size());
    }

    /** What is acknowledged and removed. */
    static final class Acknowledgement {
        private final byte[] stream;
        private final byte[] group;
        private final String[] ids;

        Acknowledgement(byte[] stream, byte[] group, String[] ids) {
            this.stream = stream;
            this.group = group;
            this.ids = ids;
        }

        byte[] stream() {
            return stream;
        }

        byte[] group() {
            return group;
        }

        String[] ids() {
            return ids;
        }
    }

    /** Waits for the confirmations of one flush. */
    private final class Pipeline {
        private final CompletableFuture<Offer> result = new CompletableFuture<>();
        private final AtomicInteger left;
        private volatile Offer worst = Offer.ACCEPTED;

        Pipeline(int expected) {
            this.left = new AtomicInteger(expected);
        }

        // Confirmations come one after the other, on the connection's own thread, in the order of the commands.
        void added(@Nullable String id, @Nullable Throwable failure) {
            if (failure != null) {
                unconfirmed.increment();
                worst = Offer.UNAVAILABLE;
            } else if (id == null) {
                orphaned.increment();
                if (worst == Offer.ACCEPTED) {
                    worst = Offer.NO_READER;
                }
            }
            countDown();
        }

        void acknowledged(@Nullable Long count, @Nullable Throwable failure) {
            if (failure != null) {
                worst = Offer.UNAVAILABLE;
            }
            countDown();
        }

        private void countDown() {
            if (left.decrementAndGet() == 0) {
                result.complete(worst);
            }
        }
    }
}
