// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the work that an {@code ANSWER_IN} or {@code REPLY} reports on went; {@link #OK} in every other kind. */
public enum MessageStatus {
    /** The payload holds the answer. */
    OK(0),
    /** No open connection leads to the peer. */
    NO_PEER(1),
    /** No answer came before the deadline. */
    TIMEOUT(2),
    /** The connection was lost before the answer came. */
    DISCONNECTED(3),
    /** The service that was called knows no call of that name. */
    UNKNOWN_CALL(4),
    /** The handler failed; the payload says why. */
    FAILED(5),
    /** The queue or its reader is not there. */
    UNAVAILABLE(6),
    /** Too much is outstanding towards the peer or the service. */
    OVERLOADED(7);

    private static final List<Optional<MessageStatus>> BY_CODE = new ArrayList<>();

    static {
        for (var status : values()) {
            BY_CODE.add(status.code, Optional.of(status));
        }
    }

    private final int code;

    MessageStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<MessageStatus> of(int code) {
        return code >= 0 && code < BY_CODE.size() ? BY_CODE.get(code) : Optional.empty();
    }
}
