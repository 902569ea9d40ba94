// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

/** What a check of peers and their requests does. */
public enum CheckMode {
    /** Nothing: the check is not made. */
    OFF,
    /** Counts and logs what it finds, and lets it through. */
    LOG,
    /** Counts, logs and refuses what it finds. */
    ENFORCE;

    /** Whether the check is made at all. */
    public boolean isOn() {
        return this != OFF;
    }

    /** Whether what is found is refused. */
    public boolean refuses() {
        return this == ENFORCE;
    }
}
