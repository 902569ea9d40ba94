// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.logging.RateLimitedLog;
import org.jhss.store.database.StoreException;
import org.jhss.store.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the outbox again and again and has what waits delivered, endpoints side by side. Of several processes each endpoint has
 * one at a time. A database that is away is waited for.
 */
public final class WebhookRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRelay.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(15);
    private static final Duration KEEP_DEAD = Duration.ofDays(30);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RateLimitedLog complaints = new RateLimitedLog(LOG, 1, Duration.ofMinutes(1));
    private final Outbox outbox;
    private final WebhookSettings settings;
    private final WebhookMetrics metrics;
    private final InstantSource clock;
    private final WebhookClient client;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox").factory());
    private final ScheduledFuture<?> looking;
    private Instant nextCount = Instant.MIN;

    private WebhookRelay(Outbox outbox, WebhookSettings settings, MeterRegistry registry, InstantSource clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.metrics = new WebhookMetrics(registry);
        this.clock = clock;
        this.client = new WebhookClient(settings, clock);
        this.looking =
                ticker.scheduleWithFixedDelay(this::look, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Starts to deliver. */
    public static WebhookRelay start(
            Outbox outbox, WebhookSettings settings, MeterRegistry registry, InstantSource clock) {
        return new WebhookRelay(outbox, settings, registry, clock);
    }

    /** Whether it looks into the outbox; false after a defect. */
    public boolean isRunning() {
        return !looking.isDone();
    }

    private void look() {
        try {
            for (var endpoint : outbox.endpoints()) {
                if (busy.add(endpoint)) {
                    couriers.execute(() -> deliver(endpoint));
                }
            }
            count();
        } catch (StoreException e) {
            complain(e);
        }
    }

    private void deliver(String endpoint) {
        try {
            new Courier(endpoint, outbox, client, settings, metrics, clock).deliver();
        } catch (StoreException e) {
            complain(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.remove(endpoint);
        }
    }

    private void count() {
        var now = clock.instant();
        if (now.isBefore(nextCount)) {
            return;
        }
        nextCount = now.plus(COUNT_EVERY);
        outbox.prune(now.minus(KEEP_DEAD));
        metrics.outbox(outbox.counts());
    }

    private void complain(StoreException failure) {
        complaints.atWarn("database").log("cannot use the outbox: {}", failure.getMessage());
    }

    /** Lets attempts under way end, up to ten seconds; what is not delivered then stays in the outbox. */
    @Override
    public void close() {
        ticker.shutdown();
        couriers.shutdown();
        try {
            if (!couriers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                couriers.shutdownNow();
            }
        } catch (InterruptedException e) {
            couriers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
