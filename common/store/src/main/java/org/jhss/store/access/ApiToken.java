// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a token; itself it is known to its holder only.
 *
 * @param role such as {@code read}
 * @param createdBy who made it
 * @param expires from when on it is worthless; empty for never
 * @param lastUsed about when it was last used; empty for never
 */
public record ApiToken(
        long id,
        String name,
        String role,
        Instant created,
        String createdBy,
        Optional<Instant> expires,
        Optional<Instant> lastUsed) {

    /** Whether it is good at {@code now}. */
    public boolean isGood(Instant now) {
        return expires.isEmpty() || now.isBefore(expires.get());
    }
}
