// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code geored}: replication between sites.
 *
 * @param enabled whether changes are sent to the other sites
 * @param syncActions what is replicated
 * @param endpoints the other sites' API base addresses
 * @param localEndpoints sibling HSSs of the same site, asked for a serving APN on Rx
 */
public record GeoredConfig(
        boolean enabled, Set<SyncAction> syncActions, List<URI> endpoints, List<URI> localEndpoints) {

    /** What is replicated. */
    public enum SyncAction {
        /** Serving MME and SQN. */
        HSS,
        /** Serving CSCFs. */
        IMS,
        /** Serving gateways and sessions. */
        PCRF,
        /** Device history. */
        EIR
    }

    static final KeyGroup KEYS = new KeyGroup("geored", "Replication between sites");

    private static final Key<Boolean> ENABLED =
            KEYS.key("enabled", Types.BOOLEAN, "false", "Whether changes are sent to the other sites.");
    private static final Key<List<SyncAction>> SYNC_ACTIONS = KEYS.key(
            "sync_actions", Types.listOfAny(SyncAction.class), "[]", "What is replicated: any of HSS, IMS, PCRF, EIR.");
    private static final Key<List<URI>> ENDPOINTS = KEYS.key(
            "endpoints",
            Types.listOf(Types.HTTP_URL),
            "[]",
            "API base addresses of the other sites.",
            List.of("GEORED_ENDPOINT_1", "GEORED_ENDPOINT_2"),
            List.of("geored.sync_endpoints"));
    private static final Key<List<URI>> LOCAL_ENDPOINTS = KEYS.key(
            "local_endpoints",
            Types.listOf(Types.HTTP_URL),
            "[]",
            "API base addresses of sibling HSSs of this site, asked for a serving APN on Rx.");

    static GeoredConfig from(Values values) {
        if (values.get(ENABLED) && values.get(ENDPOINTS).isEmpty()) {
            values.doubt(ENABLED, "is on, but geored.endpoints is empty");
        }
        var actions = EnumSet.noneOf(SyncAction.class);
        actions.addAll(values.get(SYNC_ACTIONS));
        return new GeoredConfig(
                values.get(ENABLED), Set.copyOf(actions), values.get(ENDPOINTS), values.get(LOCAL_ENDPOINTS));
    }
}
