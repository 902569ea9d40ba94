// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.net.URI;
import java.util.List;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Sections {@code webhooks} and {@code ocs}: whom to tell of changes.
 *
 * @param enabled whether to tell
 * @param endpoints base addresses
 */
public record NotificationConfig(boolean enabled, List<URI> endpoints) {

    static final Keys WEBHOOKS = new Keys("webhooks", "Webhooks", "WEBHOOKS_ENDPOINT");
    static final Keys OCS = new Keys("ocs", "Online charging system notifications", "OCS_ENDPOINT");

    static final class Keys {
        final KeyGroup group;
        private final Key<Boolean> enabled;
        private final Key<List<URI>> endpoints;

        Keys(String section, String title, String variable) {
            group = new KeyGroup(section, title);
            enabled = group.key("enabled", Types.BOOLEAN, "false", "Whether notifications are sent.");
            endpoints = group.key(
                    "endpoints",
                    Types.listOf(Types.HTTP_URL),
                    "[]",
                    "Base addresses that get them.",
                    List.of(variable));
        }

        NotificationConfig from(Values values) {
            if (values.get(enabled) && values.get(endpoints).isEmpty()) {
                values.doubt(enabled, "is on, but there are no endpoints");
            }
            return new NotificationConfig(values.get(enabled), values.get(endpoints));
        }
    }
}
