// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import java.time.Duration;
import java.util.Optional;
import org.jhss.platform.config.NotificationConfig;
import org.jhss.platform.config.schema.SecretString;

/**
 * How webhooks are delivered.
 *
 * @param holder the name of this process among all that deliver
 * @param secret key to sign with, if any
 * @param timeout for connecting and for the answer, each
 * @param giveUpAfter age at which an undelivered notification becomes a dead letter
 * @param poll time between two looks into the outbox
 * @param backoff time before another attempt
 */
public record WebhookSettings(
        String holder,
        Optional<SecretString> secret,
        Duration timeout,
        Duration giveUpAfter,
        Duration poll,
        Backoff backoff) {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(30);

    /** What the configuration says. */
    public static WebhookSettings from(NotificationConfig config, String holder) {
        return new WebhookSettings(
                holder,
                config.secret(),
                config.timeout(),
                config.giveUpAfter(),
                POLL,
                new Backoff(FIRST_RETRY, LONGEST_RETRY));
    }

    /** The longest that one attempt takes. */
    Duration attemptLimit() {
        return timeout.multipliedBy(2);
    }

    /** How long an endpoint stays with a process that has died. */
    Duration lease() {
        var needed = attemptLimit().multipliedBy(2);
        return needed.compareTo(SHORTEST_LEASE) > 0 ? needed : SHORTEST_LEASE;
    }
}
