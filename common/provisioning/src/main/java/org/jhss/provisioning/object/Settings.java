// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.ChangesConfig;
import org.jhss.platform.config.JhssConfig;
import org.jhss.provisioning.history.Retention;

/**
 * What the configuration has to say on provisioning.
 *
 * @param webhooks whom to tell of each change
 * @param network what serving nodes are told; empty for nothing
 * @param retention how much of the log is kept
 */
public record Settings(List<URI> webhooks, Optional<ChangesConfig> network, Retention retention) {

    /** Nobody is told anything, and everything is remembered. */
    public static final Settings QUIET = new Settings(List.of(), Optional.empty(), Retention.unlimited());

    public Settings {
        webhooks = List.copyOf(webhooks);
    }

    /** As configured. */
    public static Settings from(JhssConfig config) {
        return new Settings(
                config.webhooks().enabled() ? config.webhooks().endpoints() : List.of(),
                Optional.of(config.hss().changes()),
                new Retention(
                        config.operationLog().entries(), config.operationLog().maxAge()));
    }
}
