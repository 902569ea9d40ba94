// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the failure that tells the operator what to do, however deep libraries wrapped it. */
final class StartFailures {

    private static final int MAX_DEPTH = 20;

    private StartFailures() {}

    static Optional<StartFailure> find(Throwable failure) {
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
            if (at instanceof StartFailure found) {
                return Optional.of(found);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
