// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jhss.hss.handler.Result;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.hss.outbound.RequestSender;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.Delivery;
import org.jhss.platform.bus.Offer;
import org.jhss.platform.bus.Outbox;
import org.jhss.platform.bus.frame.BusMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches from the queue, has them handled, queues the answers and acknowledges. A batch is what has gathered while the one
 * before was handled: small at low load, for latency; as large as allowed when busy.
 */
final class Worker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration IDLE_WAIT = Duration.ofMillis(500);
    private static final int CLAIM_FRAMES = 16;

    /** Batches whose answers Redis has not confirmed yet; beyond, the worker waits for the oldest. */
    private static final int MOST_UNCONFIRMED = 4;

    private final BusConsumer consumer;
    private final Outbox outbox;
    private final BatchProcessor processor;
    private final RequestSender sender;
    private final HssMetrics metrics;
    private final InstantSource clock;
    private final int batchSize;
    private final Duration staleAfter;
    private final Deque<CompletableFuture<Offer>> unconfirmed = new ArrayDeque<>();
    private final List<BusMessage> messages = new ArrayList<>();
    private long nextClaimNanos;
    private volatile boolean stopping;

    /**
     * @param batchSize about the most messages of a batch
     * @param staleAfter how long another consumer may hold a frame before it counts as dead; well inside the requests' deadline
     */
    Worker(
            BusConsumer consumer,
            Outbox outbox,
            BatchProcessor processor,
            RequestSender sender,
            HssMetrics metrics,
            InstantSource clock,
            int batchSize,
            Duration staleAfter) {
        this.consumer = consumer;
        this.outbox = outbox;
        this.processor = processor;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
        this.batchSize = batchSize;
        this.staleAfter = staleAfter;
        this.nextClaimNanos = System.nanoTime();
    }

    /** Lets the worker end after the batch in hand. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            var deliveries = next();
            if (!deliveries.isEmpty()) {
                work(deliveries);
            }
        }
        while (!unconfirmed.isEmpty()) {
            awaitOldest();
        }
    }

    private List<Delivery> next() {
        long now = System.nanoTime();
        if (now - nextClaimNanos >= 0) {
            nextClaimNanos = now + staleAfter.toNanos() / 2;
            var claimed = consumer.claimStale(staleAfter, CLAIM_FRAMES);
            if (!claimed.isEmpty()) {
                return claimed;
            }
        }
        return consumer.poll(batchSize, IDLE_WAIT);
    }

    private void work(List<Delivery> deliveries) {
        try {
            gather(deliveries);
            var settled = processor.process(messages);
            for (var exchange : settled) {
                queue(exchange);
            }
            for (var exchange : settled) {
                runEffects(exchange);
            }
        } catch (RuntimeException e) {
            // Not acknowledged: the frames come again, here or elsewhere, until their deadline.
            LOG.error("A batch failed as a whole", e);
            outbox.clear();
            consumer.release(deliveries);
            return;
        }
        unconfirmed.add(consumer.complete(deliveries, outbox).toCompletableFuture());
        while (!unconfirmed.isEmpty()
                && (unconfirmed.size() > MOST_UNCONFIRMED || unconfirmed.peek().isDone())) {
            awaitOldest();
        }
    }

    private void gather(List<Delivery> deliveries) {
        messages.clear();
        for (var delivery : deliveries) {
            messages.addAll(delivery.messages());
            if (delivery.redelivered()) {
                metrics.redelivered().increment(delivery.messages().size());
            }
        }
        if (!messages.isEmpty()) {
            record(metrics.queueAge(), messages.getFirst().envelope().arrivalMillis());
        }
    }

    private void queue(Exchange exchange) {
        if (!exchange.hasAnswer()) {
            return;
        }
        var envelope = exchange.envelope();
        if (envelope.replyTo().isEmpty()) {
            metrics.dropped().increment();
            return;
        }
        outbox.to(envelope.replyTo())
                .add(envelope.answer(), processor.answerOctets(), exchange.answerOffset(), exchange.answerLength());
        exchange.peerEntry().meters().response();
        count(exchange);
        record(metrics.latency(), envelope.arrivalMillis());
    }

    private static void count(Exchange exchange) {
        var meters = exchange.route().meters();
        switch (exchange.result()) {
            case Result.Base base -> {
                if (exchange.isFailed()) {
                    meters.failed(base.code());
                } else {
                    meters.answered(base.code());
                }
            }
            case Result.Experimental experimental -> meters.answered(experimental.code());
        }
    }

    private void record(io.micrometer.core.instrument.Timer timer, long sinceMillis) {
        timer.record(Math.max(0, clock.millis() - sinceMillis), TimeUnit.MILLISECONDS);
    }

    private void runEffects(Exchange exchange) {
        for (var outgoing : exchange.outgoing()) {
            var _ = sender.send(outgoing.request()).thenAccept(outgoing.onResult());
        }
        for (var effect : exchange.effects()) {
            try {
                effect.run();
            } catch (RuntimeException e) {
                // What was decided stands: it is committed.
                LOG.atError()
                        .addKeyValue("command", exchange.route().name())
                        .setCause(e)
                        .log("After-commit work failed");
            }
        }
    }

    private void awaitOldest() {
        unconfirmed.remove().join();
    }
}
