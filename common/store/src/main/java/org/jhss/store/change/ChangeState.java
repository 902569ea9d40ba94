// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.Locale;
import java.util.Optional;

/** How far a change is. */
public enum ChangeState {
    /** To be carried out, or to be tried again. */
    PENDING,
    /** A wide one that is being spread to subscribers, or waits for those. */
    RUNNING,
    /** Every node concerned has it; also when there was none. */
    DONE,
    /** A node has refused, or could not be reached in time. */
    FAILED,
    /** A later change of the same subscriber has taken its place. */
    SUPERSEDED;

    /** As it is stored and told. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that label. */
    public static Optional<ChangeState> of(String label) {
        for (var state : values()) {
            if (state.label().equals(label)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
