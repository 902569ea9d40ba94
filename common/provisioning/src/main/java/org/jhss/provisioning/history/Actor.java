// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.util.Optional;

/**
 * Who changes something.
 *
 * @param who name of the key or token, or the tool; never the key itself
 * @param requestId what the log calls the request; may be ""
 * @param operationId what the caller calls the operation, at most 36 characters; several changes may share it
 */
public record Actor(String who, String requestId, Optional<String> operationId) {

    /** Most characters of an operation id: PyHSS's column. */
    public static final int LONGEST_OPERATION_ID = 36;

    /** Someone whose operation gets an id of its own. */
    public static Actor of(String who, String requestId) {
        return new Actor(who, requestId, Optional.empty());
    }
}
