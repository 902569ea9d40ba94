// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.metrics;

/** Values of the label {@code event} of {@code prom_diam_auth_event_count}, spelt as PyHSS does. */
public enum AuthenticationEvent {
    DISABLED_USER("Disabled User"),
    UNKNOWN_USER("Unknown User"),
    RESYNC("Resync"),
    REAUTH("ReAuth");

    private final String label;

    AuthenticationEvent(String label) {
        this.label = label;
    }

    /** The label's value. */
    public String label() {
        return label;
    }
}
