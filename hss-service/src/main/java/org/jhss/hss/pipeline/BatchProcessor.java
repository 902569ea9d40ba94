// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.FailedAvp;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.logging.RateLimitedLog;
import org.jhss.store.database.StoreException;
import org.jhss.store.work.UnitOfWork;
import org.jhss.store.work.UnitsOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Handles the messages of a batch: decodes all, plans all, runs each against one unit of work, commits once. What it leaves are
 * answers that may be sent, since everything they promise is durable. One per worker.
 *
 * <p>When the database says that another transaction stood in the way, the batch runs again. When it is unavailable, every message
 * that needed it is refused at once. When it rejects the batch for another reason, each message runs in a transaction of its own,
 * so that only the one at fault fails.
 */
final class BatchProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final int LINES_PER_INTERVAL = 10;
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

    private final UnitsOfWork works;
    private final InstantSource clock;
    private final HssMetrics metrics;
    private final Limits limits;
    private final Decoder decoder;
    private final Answers answers;
    private final Peers peers;
    private final Needs needs = new Needs();
    private final List<Exchange> slots = new ArrayList<>();
    private final List<Exchange> live = new ArrayList<>();
    private final List<Exchange> free = new ArrayList<>();
    private final List<Exchange> bound = new ArrayList<>();
    private final RateLimitedLog log = new RateLimitedLog(LOG, LINES_PER_INTERVAL, LOG_INTERVAL);

    BatchProcessor(UnitsOfWork works, InstantSource clock, HssMetrics metrics, Limits limits, Dispatcher dispatcher) {
        this.works = works;
        this.clock = clock;
        this.metrics = metrics;
        this.limits = limits;
        this.decoder = new Decoder(dispatcher, limits, metrics);
        this.answers = new Answers(dispatcher.errorHead());
        this.peers = new Peers(metrics);
    }

    /**
     * Handles {@code messages} in their order.
     *
     * @return those that are settled, most with an answer, good until the next call
     */
    List<Exchange> process(List<BusMessage> messages) {
        release();
        long now = clock.millis();
        for (var message : messages) {
            accept(message, now);
        }
        for (var exchange : free) {
            handleFree(exchange);
        }
        if (!bound.isEmpty()) {
            metrics.batchSize().record(bound.size());
            settle(bound);
        }
        return live;
    }

    /** The octets that {@link Exchange#answerOffset} points into. */
    byte[] answerOctets() {
        return answers.octets();
    }

    private void release() {
        for (var exchange : live) {
            exchange.release();
        }
        live.clear();
        free.clear();
        bound.clear();
        answers.clear();
    }

    private void accept(BusMessage message, long now) {
        if (message.envelope().expiredAt(now)) {
            metrics.expired().increment();
            return;
        }
        var exchange = slot(live.size());
        var peer = peers.get(message.envelope().peer());
        exchange.accept(message, peer, now);
        peer.meters().request();
        if (decoder.decode(exchange)) {
            exchange.route().meters().request();
            live.add(exchange);
            exchange.verdict().ifPresentOrElse(error -> answers.error(exchange, error), () -> plan(exchange));
        }
    }

    private Exchange slot(int index) {
        if (index == slots.size()) {
            slots.add(new Exchange(answers, limits));
        }
        return slots.get(index);
    }

    /** Brings every message of {@code group} to an answer, or to being dropped. */
    private void settle(List<Exchange> group) {
        int from = answers.position();
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(group);
                return;
            } catch (StoreException failure) {
                answers.truncate(from);
                switch (failure) {
                    case StoreException.Retryable retryable -> {
                        if (attempt == MOST_ATTEMPTS || isTooLate(group)) {
                            refuse(group, retryable);
                            return;
                        }
                        metrics.retries().increment();
                        pause(attempt);
                    }
                    case StoreException.Unavailable unavailable -> {
                        refuse(group, unavailable);
                        return;
                    }
                    case StoreException.Conflict conflict -> {
                        isolate(group, conflict);
                        return;
                    }
                    case StoreException.Fatal fatal -> {
                        isolate(group, fatal);
                        return;
                    }
                }
            }
        }
    }

    /** Whether nobody waits for the first of the group any more: a database that makes us wait is not there in time. */
    private boolean isTooLate(List<Exchange> group) {
        return group.getFirst().envelope().expiredAt(clock.millis());
    }

    private void attempt(List<Exchange> group) {
        needs.clear();
        for (var exchange : group) {
            exchange.forgetAttempt();
            needs.addAll(exchange.needs());
        }
        try (var work = works.begin()) {
            needs.prefetch(work);
            for (var exchange : group) {
                handle(exchange, work);
            }
            long start = System.nanoTime();
            work.commit();
            metrics.commitTime().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    /** Handles a message that named no need; reference data may still be missing when the database was never reached. */
    private void handleFree(Exchange exchange) {
        int from = answers.position();
        try {
            handle(exchange, null);
        } catch (StoreException failure) {
            answers.truncate(from);
            refuse(List.of(exchange), failure);
        }
    }

    private void plan(Exchange exchange) {
        try {
            handler(exchange).plan(exchange, exchange.needs());
        } catch (RuntimeException e) {
            fail(exchange, e);
            return;
        }
        (exchange.needs().isEmpty() ? free : bound).add(exchange);
    }

    private void handle(Exchange exchange, @Nullable UnitOfWork work) {
        int mark = work == null ? 0 : work.mark();
        int from = answers.position();
        exchange.begin(work, from);
        try {
            switch (handler(exchange).handle(exchange)) {
                case Outcome.Answered _ -> {
                    if (!exchange.hasBegunAnswer()) {
                        exchange.answer();
                    }
                    answers.finish(exchange, exchange.result(), from);
                    return;
                }
                case DiameterError error -> {
                    answers.truncate(from);
                    exchange.outgoing().clear();
                    answers.error(exchange, error);
                }
                case Outcome.Drop drop -> {
                    answers.truncate(from);
                    exchange.forgetAttempt();
                    metrics.dropped().increment();
                    edge(log.atWarn(exchange.route().name()), exchange).log("Request dropped: {}", drop.reason());
                }
            }
        } catch (StoreException e) {
            // The transaction as a whole has failed, whichever message met it.
            throw e;
        } catch (RuntimeException e) {
            answers.truncate(from);
            exchange.forgetAttempt();
            fail(exchange, e);
        }
        if (work != null) {
            work.rollbackTo(mark);
        }
    }

    /** The group's messages are answered that we cannot serve them now. */
    private void refuse(List<Exchange> group, StoreException failure) {
        metrics.unavailable().increment(group.size());
        log.atWarn("database")
                .addKeyValue("requests", group.size())
                .addKeyValue("cause", failure.getMessage())
                .log("Requests refused: the database is unavailable");
        for (var exchange : group) {
            exchange.forgetAttempt();
            exchange.markFailed();
            answers.error(exchange, Outcome.error(unavailability(exchange)));
        }
    }

    /**
     * 3004 asks the sender to try another server and is for requests to this one in particular; 3002 says that no server of the realm
     * is there now, and makes agents fail over (RFC 6733 7.1.3). Neither tells the terminal that its subscription is bad.
     */
    private static ResultCode unavailability(Exchange exchange) {
        return exchange.request().has(Base.DESTINATION_HOST) ? ResultCode.TOO_BUSY : ResultCode.UNABLE_TO_DELIVER;
    }

    /** Finds the message at fault by handling each alone. */
    private void isolate(List<Exchange> group, StoreException failure) {
        if (group.size() == 1) {
            var exchange = group.getFirst();
            exchange.forgetAttempt();
            fail(exchange, failure);
            return;
        }
        for (var exchange : group) {
            settle(List.of(exchange));
        }
    }

    /** A message meets a defect of ours: told once, here, and answered. */
    private void fail(Exchange exchange, RuntimeException failure) {
        exchange.markFailed();
        if (failure instanceof MalformedValueException malformed) {
            answers.error(
                    exchange,
                    Outcome.error(malformed.fault().resultCode())
                            .withFailedAvp(FailedAvp.of(malformed.failedAvp()))
                            .withMessage(malformed.fault().description()));
            return;
        }
        metrics.handlerFailures().increment();
        edge(log.atError(exchange.route().name()), exchange).setCause(failure).log("Request failed");
        answers.error(exchange, Outcome.error(ResultCode.UNABLE_TO_COMPLY));
    }

    private static LoggingEventBuilder edge(LoggingEventBuilder event, Exchange exchange) {
        return event.addKeyValue("peer", exchange.peer())
                .addKeyValue("session", exchange.request().text(Base.SESSION_ID))
                .addKeyValue("command", exchange.route().name());
    }

    private static CommandHandler handler(Exchange exchange) {
        return switch (exchange.route()) {
            case Route.Served served -> served.handler();
            case Route.Unserved unserved -> throw new IllegalStateException(unserved.name() + " has no handler");
        };
    }

    private static void pause(int attempt) {
        long bound = FIRST_PAUSE.toNanos() << attempt;
        // Random, so that two workers that met do not meet again.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound / 2, bound));
    }
}
