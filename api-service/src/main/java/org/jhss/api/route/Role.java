// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

/** What an operation needs and a token gives, each including those before it. */
public enum Role {
    /** Anybody: ping, health, documents. */
    OPEN,
    /** Reading. */
    READ,
    /** Creating, changing and deleting subscribers and what belongs to them. */
    PROVISION,
    /** Tokens, rollback, and what acts on the network at large. */
    ADMIN;

    /** Whether who has this role may do what needs {@code needed}. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
