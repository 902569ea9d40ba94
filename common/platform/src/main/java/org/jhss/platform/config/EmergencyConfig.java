// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Emergency service.
 *
 * @param unauthenticated whether subscribers that are unknown or disabled here may attach for emergency calls
 * @param subscriberExpiry time after which the record of an emergency session is dropped
 */
public record EmergencyConfig(boolean unauthenticated, Duration subscriberExpiry) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Emergency service");

    private static final int MAX_MINUTES = 5_256_000;
    private static final Key<Boolean> UNAUTHENTICATED = KEYS.key(
            "emergency.unauthenticated",
            Types.BOOLEAN,
            "false",
            "Whether subscribers that are unknown or disabled here may attach for emergency calls.");
    private static final Key<Duration> EXPIRY = KEYS.key(
            "emergency_subscriber_expiry",
            Types.duration(ChronoUnit.MINUTES, 1, MAX_MINUTES),
            "3600",
            "Time after which the record of an emergency session is dropped, in minutes.");

    static EmergencyConfig from(Values values) {
        return new EmergencyConfig(values.get(UNAUTHENTICATED), values.get(EXPIRY));
    }
}
