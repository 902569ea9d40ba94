// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jhss.hss.handler.MoveReceipts;
import org.jhss.hss.outbound.RequestSender;
import org.jhss.identity.Imsi;
import org.jhss.platform.config.ChangesConfig;
import org.jhss.platform.config.HssConfig;
import org.jhss.platform.logging.RateLimitedLog;
import org.jhss.store.Store;
import org.jhss.store.change.Change;
import org.jhss.store.change.ChangeQueue;
import org.jhss.store.change.ChangeQueue.Receipt;
import org.jhss.store.change.WideChanges;
import org.jhss.store.database.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries changes to the nodes. Every HSS process has one; that which holds the lease works, so that the rate and the order of one
 * subscriber's changes are kept. One thread plans and keeps results; requests are under way meanwhile. A process that dies leaves its
 * changes to the next one, which sends them again.
 */
public final class ChangeDispatcher implements MoveReceipts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDispatcher.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration BUSY = Duration.ofMillis(20);
    private static final Duration SPREADING = Duration.ofMillis(200);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEWAL = Duration.ofSeconds(4);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(10);
    private static final Duration PRUNING = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_UNDER_WAY = 512;
    private static final int MOST_AT_ONCE = 128;
    private static final int PAGE = 500;
    private static final int RECEIPTS_AT_ONCE = 500;

    private static final int LOG_LINES = 5;
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

    private final ChangesConfig config;
    private final String holder;
    private final InstantSource clock;
    private final ChangeQueue queue;
    private final WideChanges wide;
    private final Round round;
    private final Errands errands;
    private final Aftermath aftermath;
    private final Backoff backoff;
    private final TokenBucket bucket;
    private final ChangeMetrics metrics;
    private final RateLimitedLog log = new RateLimitedLog(LOG, LOG_LINES, LOG_INTERVAL);
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private final ConcurrentLinkedQueue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Attempt> ended = new ConcurrentLinkedQueue<>();

    /** What follows belongs to the thread. */
    private final Set<String> busy = new HashSet<>();

    private int underWay;
    private Instant leaseUntil = Instant.EPOCH;
    private Instant nextHousekeeping = Instant.EPOCH;
    private Instant nextPruning = Instant.EPOCH;
    private Instant nextSpread = Instant.EPOCH;
    private boolean anyWide = true;

    private volatile boolean closed;

    private ChangeDispatcher(
            HssConfig config,
            Store store,
            RequestSender sender,
            String holder,
            InstantSource clock,
            MeterRegistry registry) {
        this.config = config.changes();
        this.holder = holder;
        this.clock = clock;
        this.queue = store.changeQueue();
        this.wide = store.wideChanges();
        this.round = new Round(store, new Planner(store, config));
        this.metrics = new ChangeMetrics(registry);
        this.errands = new Errands(sender, clock, metrics);
        this.aftermath = new Aftermath(store);
        this.backoff = new Backoff(
                this.config.expire(), () -> ThreadLocalRandom.current().nextDouble());
        this.bucket = new TokenBucket(this.config.rate(), clock.millis());
        this.thread = Thread.ofPlatform().daemon().name("jhss-changes").unstarted(this::run);
    }

    /**
     * Starts the dispatcher.
     *
     * @param holder the name of this process
     */
    public static ChangeDispatcher start(
            HssConfig config,
            Store store,
            RequestSender sender,
            String holder,
            InstantSource clock,
            MeterRegistry registry) {
        var dispatcher = new ChangeDispatcher(config, store, sender, holder, clock, registry);
        dispatcher.thread.start();
        return dispatcher;
    }

    /** Has it look for changes now rather than within a second. */
    public void wake() {
        wake.release();
    }

    @Override
    public void confirmed(Imsi imsi, long token) {
        receipts.add(new Receipt(imsi.value(), token));
    }

    /**
     * How it does, for people.
     *
     * @throws IllegalStateException when its thread has died
     */
    public String check() {
        if (!thread.isAlive() && !closed) {
            throw new IllegalStateException("the thread has died");
        }
        return config.enabled() ? metrics.summary() : "switched off";
    }

    /** Stops; what is under way is left to the next holder of the lease, which it can take at once. */
    @Override
    public void close() {
        stop();
        try {
            keepReceipts();
            if (leaseUntil.isAfter(clock.instant())) {
                queue.release(holder);
            }
        } catch (StoreException e) {
            log.atWarn("close").setCause(e).log("The lease on changes could not be given back; it ends by itself");
        }
    }

    /** Stops as if the process died: nothing more is kept or given back. */
    void stop() {
        closed = true;
        wake.release();
        try {
            if (!thread.join(PATIENCE)) {
                LOG.warn("the dispatcher of changes is still at work and is left behind");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            boolean more = false;
            try {
                more = work();
            } catch (StoreException e) {
                // What was taken is found again by whoever takes the lease next, this process included.
                leaseUntil = Instant.EPOCH;
                log.atWarn("store").setCause(e).log("Changes cannot be carried out now; trying again");
            } catch (RuntimeException e) {
                leaseUntil = Instant.EPOCH;
                log.atError("defect").setCause(e).log("Changes could not be carried out; trying again");
            }
            await(more ? BUSY : POLL);
        }
    }

    private void await(Duration most) {
        try {
            if (wake.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    /** One round; whether there is more to do soon. */
    private boolean work() {
        var now = clock.instant();
        keepReceipts();
        keepEndings(now);
        if (!config.enabled()) {
            return false;
        }
        if (!now.isBefore(nextHousekeeping)) {
            nextHousekeeping = now.plus(HOUSEKEEPING);
            metrics.backlog(queue.backlog(), now.toEpochMilli());
        }
        if (underWay == 0 && !queue.hasWork(now)) {
            return false;
        }
        if (!hasLease(now)) {
            return underWay > 0;
        }
        prune(now);
        boolean spread = spread(now);
        boolean taken = take(now);
        return spread || taken || underWay > 0 || !ended.isEmpty();
    }

    private boolean hasLease(Instant now) {
        boolean held = now.isBefore(leaseUntil);
        if (held && now.isBefore(leaseUntil.minus(RENEWAL))) {
            return true;
        }
        if (!queue.lease(holder, now, LEASE)) {
            leaseUntil = Instant.EPOCH;
            return false;
        }
        leaseUntil = now.plus(LEASE);
        if (!held) {
            queue.resume();
            anyWide = true;
            nextSpread = now;
        }
        return true;
    }

    private boolean spread(Instant now) {
        if (!anyWide || now.isBefore(nextSpread)) {
            return false;
        }
        boolean progress = false;
        var running = wide.running();
        anyWide = !running.isEmpty();
        for (var change : running) {
            progress |= wide.advance(change, PAGE, now);
        }
        if (!progress) {
            nextSpread = now.plus(SPREADING);
        }
        return progress;
    }

    /** Takes as many as may leave now. */
    private boolean take(Instant now) {
        int room = Math.min(MOST_UNDER_WAY - underWay, Math.min(MOST_AT_ONCE, bucket.available(now.toEpochMilli())));
        if (room <= 0) {
            return true;
        }
        if (!queue.hasDue(now)) {
            return false;
        }
        var taken = queue.take(now, busy, room + busy.size());
        var changes = new ArrayList<Change>(taken.size());
        for (var change : taken) {
            if (change.imsi().isEmpty()) {
                anyWide = true;
                nextSpread = now;
            } else {
                changes.add(change);
            }
        }
        if (changes.isEmpty()) {
            return !taken.isEmpty();
        }
        for (var planned : round.plan(changes)) {
            start(planned);
        }
        return true;
    }

    private void start(Round.Planned planned) {
        var change = planned.change();
        change.imsi().ifPresent(busy::add);
        underWay++;
        for (var task : planned.tasks()) {
            bucket.take(task.steps().size());
        }
        var _ = errands.run(change, planned.tasks()).thenAccept(ended::add);
    }

    /** Results of many changes are kept in one transaction; they stay in hand until that is done. */
    private void keepEndings(Instant now) {
        var attempts = new ArrayList<Attempt>();
        for (var attempt : ended) {
            attempts.add(attempt);
            if (attempts.size() == MOST_UNDER_WAY) {
                break;
            }
        }
        if (attempts.isEmpty()) {
            return;
        }
        aftermath.apply(attempts);
        var endings =
                attempts.stream().map(attempt -> attempt.ending(backoff, now)).toList();
        queue.end(endings, now);
        for (var attempt : attempts) {
            ended.remove();
            underWay--;
            attempt.change().imsi().ifPresent(busy::remove);
        }
        for (var ending : endings) {
            if (ending.failed() && ending.retryAt().isEmpty()) {
                log.atWarn("failed")
                        .addKeyValue("change", ending.changeId())
                        .log("A change has not reached all nodes and is given up; its results say why");
            }
        }
    }

    private void keepReceipts() {
        var batch = new ArrayList<Receipt>();
        for (var next = Optional.ofNullable(receipts.poll());
                next.isPresent();
                next = Optional.ofNullable(receipts.poll())) {
            batch.add(next.get());
            if (batch.size() == RECEIPTS_AT_ONCE) {
                forget(batch);
                batch.clear();
            }
        }
        forget(batch);
    }

    private void forget(List<Receipt> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            queue.confirmed(batch);
        } catch (StoreException e) {
            receipts.addAll(batch);
            throw e;
        }
    }

    private void prune(Instant now) {
        if (!now.isBefore(nextPruning)) {
            nextPruning = now.plus(PRUNING);
            queue.prune(now.minus(config.keep()));
        }
    }
}
