// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

/** What an import does with a record. */
public enum ImportMode {
    /** Stores it; what exists is an error. */
    INSERT,
    /** Stores it; what exists is passed over. */
    INSERT_NEW,
    /** Stores it, or changes what exists where the record says something else: the same file again changes nothing. */
    UPSERT,
    /** Deletes the subscriber of that IMSI, its keys and its IMS subscriber. */
    DELETE
}
