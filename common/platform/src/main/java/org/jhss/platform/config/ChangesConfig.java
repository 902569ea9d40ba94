// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * How changes of provisioning reach the serving nodes.
 *
 * @param enabled whether they do at all
 * @param rate most requests per second, of all processes together
 * @param expire how long a change is tried at a node that cannot be reached
 * @param keep how long the results of ended changes are kept
 */
public record ChangesConfig(boolean enabled, int rate, Duration expire, Duration keep) {

    static final KeyGroup KEYS = new KeyGroup("hss.changes", "Changes to the network");

    private static final int MOST_PER_SECOND = 100_000;
    private static final int MONTH_SECONDS = 2_592_000;
    private static final int YEAR_SECONDS = 31_536_000;

    private static final Key<Boolean> ENABLED = KEYS.key(
            "enabled",
            Types.BOOLEAN,
            "true",
            "Whether serving MMEs and SGSNs are told of changes of what is provisioned (docs/network-changes.md).");
    private static final Key<Integer> RATE = KEYS.key(
            "rate",
            Types.integer(1, MOST_PER_SECOND),
            "200",
            "Most requests per second that tell of changes, of all HSS processes together.");
    private static final Key<Duration> EXPIRE = KEYS.key(
            "expire",
            Types.seconds(1, MONTH_SECONDS),
            "86400",
            "Time for which a node that cannot be reached is tried, in seconds.");
    private static final Key<Duration> KEEP = KEYS.key(
            "keep",
            Types.seconds(1, YEAR_SECONDS),
            "604800",
            "Time for which the results of ended changes can be read, in seconds.");

    static ChangesConfig from(Values values) {
        return new ChangesConfig(values.get(ENABLED), values.get(RATE), values.get(EXPIRE), values.get(KEEP));
    }
}
