// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.Delivery;
import org.jhss.platform.bus.Outbox;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.MessageStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance's part in serving a service's calls. */
final class CallServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallServer.class);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration STALE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final CallResult.Failure BROKEN = new CallResult.Failure(MessageStatus.FAILED, "internal error");
    private static final int AT_ONCE = 64;
    private static final int BATCH = 16;

    private final Bus bus;
    private final BusConsumer consumer;
    private final Map<String, CallHandler> handlers;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Thread reader;
    private volatile boolean closed;

    private CallServer(Bus bus, String service, Map<String, CallHandler> handlers) {
        this.bus = bus;
        this.consumer = bus.consumer(bus.keys().calls(service), service, bus.instance());
        this.handlers = handlers;
        this.reader = Thread.ofPlatform().daemon().name("jhss-calls-" + service).unstarted(this::readAll);
    }

    static CallServer start(Bus bus, String service, Map<String, CallHandler> handlers) {
        var server = new CallServer(bus, service, handlers);
        server.reader.start();
        return server;
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        executor.shutdown();
        try {
            // Calls in hand are finished and answered: nobody else takes them before they count as stale.
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("calls were still handled at the end and are left to other instances");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }

    private void readAll() {
        long nextClaim = System.nanoTime();
        while (!closed && consumer.isOpen()) {
            try {
                var deliveries = new ArrayList<>(consumer.poll(BATCH, WAIT));
                long now = System.nanoTime();
                if (now - nextClaim >= 0) {
                    nextClaim = now + WAIT.toNanos();
                    deliveries.addAll(consumer.claimStale(STALE, BATCH));
                }
                for (var delivery : deliveries) {
                    start(delivery);
                }
            } catch (RuntimeException e) {
                LOG.error("Calls could not be read; trying again", e);
                LockSupport.parkNanos(this, PAUSE.toNanos());
            }
        }
    }

    private void start(Delivery delivery) {
        room.acquireUninterruptibly();
        if (closed) {
            consumer.release(List.of(delivery));
            return;
        }
        executor.execute(() -> {
            try {
                handle(delivery);
            } finally {
                room.release();
            }
        });
    }

    private void handle(Delivery delivery) {
        var outbox = bus.outbox();
        for (BusMessage message : delivery.messages()) {
            if (!message.envelope().expiredAt(System.currentTimeMillis())) {
                reply(message, handle(message), outbox);
            }
        }
        consumer.complete(List.of(delivery), outbox);
    }

    private static void reply(BusMessage call, CallResult result, Outbox outbox) {
        var to = call.envelope().replyTo();
        switch (result) {
            case CallResult.Answer(var body) -> {
                byte[] octets;
                try {
                    octets = Calls.JSON.writeValueAsBytes(body);
                } catch (RuntimeException e) {
                    LOG.atError()
                            .setCause(e)
                            .addKeyValue("call", call.envelope().peer())
                            .log("A call's result cannot be written");
                    fail(call, BROKEN, outbox);
                    return;
                }
                outbox.add(to, call.envelope().answer(), octets);
            }
            case CallResult.Failure failure -> fail(call, failure, outbox);
        }
    }

    private static void fail(BusMessage call, CallResult.Failure failure, Outbox outbox) {
        outbox.add(
                call.envelope().replyTo(),
                call.envelope().answer(failure.status()),
                Calls.JSON.writeValueAsBytes(failure.reason()));
    }

    private CallResult handle(BusMessage call) {
        var name = call.envelope().peer();
        var handler = handlers.get(name);
        if (handler == null) {
            return new CallResult.Failure(MessageStatus.UNKNOWN_CALL, "no call is named " + name);
        }
        try {
            return handler.handle(Calls.parse(call.buffer(), call.offset(), call.length()));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("call", name).log("A call's handler broke");
            return BROKEN;
        }
    }
}
