// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.SecretString;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * The lock on provisioning.
 *
 * @param locked whether changes need the key
 * @param key the key of header Provisioning-Key; present when locked
 */
public record ProvisioningConfig(boolean locked, Optional<SecretString> key) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Lock on provisioning");

    private static final String SHIPPED_KEY = "changeThisKeyInProduction";
    private static final Key<Boolean> LOCK = KEYS.key(
            "lock_provisioning", Types.BOOLEAN, "false", "Whether changes over REST need the header Provisioning-Key.");
    private static final Key<SecretString> KEY = KEYS.optional(
            "provisioning_key",
            Types.SECRET,
            "The key that the header must hold when provisioning is locked.",
            List.of(),
            List.of());

    static ProvisioningConfig from(Values values) {
        var key = values.find(KEY).filter(k -> !k.isEmpty());
        if (values.get(LOCK)) {
            if (key.isEmpty()) {
                values.conflict(LOCK, "needs hss.provisioning_key");
            } else if (key.get().matches(SHIPPED_KEY)) {
                values.doubt(KEY, "is the one that PyHSS ships, which everybody knows; change it");
            }
        }
        return new ProvisioningConfig(values.get(LOCK), key);
    }
}
