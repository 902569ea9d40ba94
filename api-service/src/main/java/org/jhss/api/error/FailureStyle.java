// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

/** A way to say a failure in JSON. */
@FunctionalInterface
public interface FailureStyle {

    /** The answer that says {@code failure}. */
    Rendered render(Failure failure, String requestId);
}
