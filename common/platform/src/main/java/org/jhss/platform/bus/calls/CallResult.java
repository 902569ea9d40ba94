// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.calls;

import org.jhss.platform.bus.frame.MessageStatus;
import tools.jackson.databind.JsonNode;

/** How a call to a service ended. */
public sealed interface CallResult {

    /**
     * The service did it.
     *
     * @param body what it says
     */
    record Answer(JsonNode body) implements CallResult {}

    /**
     * It was not done, or nobody knows.
     *
     * @param status FAILED by the handler; UNKNOWN_CALL; TIMEOUT (may yet be done); UNAVAILABLE (not sent, or not confirmed)
     * @param reason for people
     */
    record Failure(MessageStatus status, String reason) implements CallResult {}

    /** The call succeeded. */
    static CallResult answer(JsonNode body) {
        return new Answer(body);
    }

    /** The handler could not do it. */
    static CallResult failure(String reason) {
        return new Failure(MessageStatus.FAILED, reason);
    }
}
