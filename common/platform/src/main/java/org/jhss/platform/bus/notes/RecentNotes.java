// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.notes;

import java.time.Duration;
import java.util.Optional;

/** Notes that something happened not long ago. They may be lost at any time, and nothing but a doubt may hang on one. Thread-safe. */
public interface RecentNotes {

    /** Notes {@code what} for {@code lifetime}. Does not wait, and does nothing while notes cannot be kept. */
    void note(String what, Duration lifetime);

    /** Whether {@code what} was noted in its lifetime; empty when that cannot be told at the moment. Waits for some milliseconds. */
    Optional<Boolean> isNoted(String what);

    /** Keeps nothing and knows nothing. */
    static RecentNotes none() {
        return new RecentNotes() {
            @Override
            public void note(String what, Duration lifetime) {
                // Nothing is kept.
            }

            @Override
            public Optional<Boolean> isNoted(String what) {
                return Optional.empty();
            }
        };
    }
}
