// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

/**
 * Rows that a column speaks of.
 *
 * @param table the table of the other object
 */
public record Reference(String table, Strength strength) {

    /** What holds between the rows. */
    public enum Strength {
        /** A foreign key: the other row exists, and cannot be deleted before this one. */
        RESTRICT,
        /** A foreign key: the other row exists, and takes this one with it. */
        CASCADE,
        /** A comma list of keys: the other rows need not exist, but cannot be deleted while mentioned. */
        LIST
    }

    /** The object that is referred to. */
    public ResourceType target() {
        return ResourceType.ofTable(table).orElseThrow();
    }
}
