// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import java.time.Instant;
import java.time.InstantSource;
import org.jhss.store.outbox.Outbox;
import org.jhss.store.outbox.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits for one endpoint, in order, as long as this process has the endpoint's lease. The one that fails holds the
 * others up until it succeeds or is given up: order matters more to a receiver that mirrors a state. Used by one thread.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int PIECE = 32;

    private final String endpoint;
    private final Outbox outbox;
    private final WebhookClient client;
    private final WebhookSettings settings;
    private final WebhookMetrics metrics;
    private final InstantSource clock;
    private Instant leasedUntil = Instant.MIN;

    Courier(
            String endpoint,
            Outbox outbox,
            WebhookClient client,
            WebhookSettings settings,
            WebhookMetrics metrics,
            InstantSource clock) {
        this.endpoint = endpoint;
        this.outbox = outbox;
        this.client = client;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Delivers until nothing is due.
     *
     * @throws InterruptedException when the service stops
     */
    void deliver() throws InterruptedException {
        var first = outbox.head(endpoint, 1);
        if (first.isEmpty() || !isDue(first.getFirst()) || !hasLease()) {
            return;
        }
        try {
            // Read again: until the lease was ours, another process may have delivered these.
            var piece = outbox.head(endpoint, PIECE);
            while (!piece.isEmpty() && deliverAll(piece)) {
                piece = outbox.head(endpoint, PIECE);
            }
        } finally {
            outbox.release(endpoint, settings.holder());
        }
    }

    private boolean deliverAll(Iterable<Waiting> piece) throws InterruptedException {
        for (var waiting : piece) {
            if (!isDue(waiting) || !hasLease() || !isDone(waiting, client.send(waiting))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next one's turn has come. */
    private boolean isDone(Waiting waiting, Attempt attempt) {
        metrics.attempt(endpoint, attempt);
        return switch (attempt) {
            case Attempt.Delivered _ -> {
                outbox.delivered(waiting.id());
                yield true;
            }
            case Attempt.Refused refused -> {
                giveUp(waiting, refused);
                yield true;
            }
            case Attempt.Failed failed -> {
                var next = clock.instant().plus(settings.backoff().after(waiting.attempts()));
                boolean tooOld = next.isAfter(waiting.created().plus(settings.giveUpAfter()));
                if (tooOld) {
                    giveUp(waiting, failed);
                } else {
                    putOff(waiting, next, failed);
                }
                yield tooOld;
            }
        };
    }

    private void putOff(Waiting waiting, Instant next, Attempt.Failed failed) {
        outbox.failed(waiting.id(), next, failed.error());
        if (waiting.attempts() == 0) {
            LOG.atWarn()
                    .addKeyValue("endpoint", endpoint)
                    .addKeyValue("delivery", waiting.id())
                    .log("webhook not delivered ({} {}), trying again until it is", failed.code(), failed.error());
        }
    }

    private void giveUp(Waiting waiting, Attempt attempt) {
        outbox.bury(waiting.id(), attempt.code() + " " + attempt.error());
        metrics.givenUp();
        LOG.atError()
                .addKeyValue("endpoint", endpoint)
                .addKeyValue("delivery", waiting.id())
                .addKeyValue("attempts", waiting.attempts() + 1)
                .log("webhook given up ({} {}); it is kept in jhss_outbox", attempt.code(), attempt.error());
    }

    private boolean isDue(Waiting waiting) {
        return !waiting.nextAttempt().isAfter(clock.instant());
    }

    /** Takes the lease, or prolongs it when it would not outlast another attempt. */
    private boolean hasLease() {
        var now = clock.instant();
        if (now.plus(settings.attemptLimit()).isBefore(leasedUntil)) {
            return true;
        }
        if (!outbox.lease(endpoint, settings.holder(), now, settings.lease())) {
            return false;
        }
        leasedUntil = now.plus(settings.lease());
        return true;
    }
}
