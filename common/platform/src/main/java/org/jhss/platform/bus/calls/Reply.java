// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.calls;

import java.util.Optional;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.MessageStatus;

/**
 * How a request over the bus ended.
 *
 * @param status the outcome; {@link MessageStatus#TIMEOUT} also when nothing came back in time
 * @param message what came back; empty when nothing did
 */
public record Reply(MessageStatus status, Optional<BusMessage> message) {

    static Reply without(MessageStatus status) {
        return new Reply(status, Optional.empty());
    }

    /** Whether an answer came. */
    public boolean isOk() {
        return status == MessageStatus.OK;
    }
}
