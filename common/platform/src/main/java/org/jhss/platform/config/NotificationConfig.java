// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.SecretString;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Sections {@code webhooks} and {@code ocs}: whom to tell of changes.
 *
 * @param enabled whether to tell
 * @param endpoints base addresses
 * @param secret key that notifications are signed with, if they are
 * @param timeout for connecting and for the answer, each
 * @param giveUpAfter age at which an undelivered notification becomes a dead letter
 */
public record NotificationConfig(
        boolean enabled, List<URI> endpoints, Optional<SecretString> secret, Duration timeout, Duration giveUpAfter) {

    private static final int LONGEST_TIMEOUT = 60;
    private static final int LONGEST_PATIENCE = 30 * 24 * 3600;

    static final Keys WEBHOOKS = new Keys("webhooks", "Webhooks", "WEBHOOKS_ENDPOINT");
    static final Keys OCS = new Keys("ocs", "Online charging system notifications", "OCS_ENDPOINT");

    static final class Keys {
        final KeyGroup group;
        private final Key<Boolean> enabled;
        private final Key<List<URI>> endpoints;
        private final Key<SecretString> secret;
        private final Key<Duration> timeout;
        private final Key<Duration> giveUpAfter;

        Keys(String section, String title, String variable) {
            group = new KeyGroup(section, title);
            enabled = group.key("enabled", Types.BOOLEAN, "false", "Whether notifications are sent.");
            endpoints = group.key(
                    "endpoints",
                    Types.listOf(Types.HTTP_URL),
                    "[]",
                    "Base addresses that get them.",
                    List.of(variable));
            secret = group.optional(
                    "secret", Types.SECRET, "Key to sign notifications with (HMAC-SHA-256). Default: not signed.");
            timeout = group.key(
                    "timeout",
                    Types.seconds(1, LONGEST_TIMEOUT),
                    "5",
                    "Seconds to wait for a connection, and for an answer.");
            giveUpAfter = group.key(
                    "give_up_after",
                    Types.seconds(1, LONGEST_PATIENCE),
                    "86400",
                    "Seconds after which a notification that cannot be delivered is put aside.");
        }

        NotificationConfig from(Values values) {
            if (values.get(enabled) && values.get(endpoints).isEmpty()) {
                values.doubt(enabled, "is on, but there are no endpoints");
            }
            return new NotificationConfig(
                    values.get(enabled),
                    values.get(endpoints),
                    values.find(secret),
                    values.get(timeout),
                    values.get(giveUpAfter));
        }
    }
}
