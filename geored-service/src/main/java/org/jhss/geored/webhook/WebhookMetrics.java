// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.jhss.store.outbox.OutboxCounts;

/** What deliveries count: PyHSS's counter of attempts, and the state of the outbox. Thread-safe. */
final class WebhookMetrics {

    private final MeterRegistry registry;
    private final Counter givenUp;
    private final AtomicLong waiting;
    private final AtomicLong dead;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        givenUp = Counter.builder("jhss_webhook_given_up")
                .description("Notifications that were refused or could not be delivered in time, and are kept")
                .register(registry);
        waiting = registry.gauge("jhss_webhook_waiting", new AtomicLong());
        dead = registry.gauge("jhss_webhook_dead", new AtomicLong());
    }

    void attempt(String endpoint, Attempt attempt) {
        Counter.builder("prom_http_webhook")
                .description("Number of Webhook Pushes")
                .tag("webhook_host", withoutScheme(endpoint))
                .tag("endpoint", "webhook")
                .tag("http_response_code", attempt.code())
                .tag("error", attempt.error())
                .register(registry)
                .increment();
    }

    void givenUp() {
        givenUp.increment();
    }

    void outbox(OutboxCounts counts) {
        waiting.set(counts.waiting());
        dead.set(counts.dead());
    }

    private static String withoutScheme(String endpoint) {
        int at = endpoint.indexOf("://");
        return at < 0 ? endpoint : endpoint.substring(at + "://".length());
    }
}
