// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.net.URI;
import java.util.List;
import org.jhss.platform.config.JhssConfig;

/**
 * What the configuration has to say on provisioning.
 *
 * @param webhooks whom to tell of each change
 */
public record Settings(List<URI> webhooks) {

    /** Nobody is told anything. */
    public static final Settings QUIET = new Settings(List.of());

    public Settings {
        webhooks = List.copyOf(webhooks);
    }

    /** As configured. */
    public static Settings from(JhssConfig config) {
        return new Settings(config.webhooks().enabled() ? config.webhooks().endpoints() : List.of());
    }
}
