// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.util.List;
import java.util.Optional;

/**
 * Where a database stands.
 *
 * @param origin what is there
 * @param appliedVersion the last jHSS migration that was applied, if any
 * @param pending descriptions of the migrations to come, in order
 */
public record MigrationStatus(Origin origin, Optional<String> appliedVersion, List<String> pending) {

    /** What a database holds. */
    public enum Origin {
        /** No table of PyHSS or jHSS. */
        EMPTY("empty"),
        /** Tables of PyHSS before 1.0.1. */
        PYHSS_1_0_0("PyHSS 1.0.0"),
        /** Tables of PyHSS 1.0.1 or 1.0.2, which do not differ. */
        PYHSS_1_0_1("PyHSS 1.0.1 or 1.0.2"),
        /** Tables of PyHSS 2.0, its schema version 1. */
        PYHSS_2_0("PyHSS 2.0"),
        /** Part of one of these: a creation or an upgrade broke off. */
        INCOMPLETE("incomplete PyHSS tables"),
        /** Migrated by jHSS before. */
        JHSS("jHSS");

        private final String description;

        Origin(String description) {
            this.description = description;
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /** Whether the services can run on it as it is. */
    public boolean isCurrent() {
        return pending.isEmpty();
    }
}
