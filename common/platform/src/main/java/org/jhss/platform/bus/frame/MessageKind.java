// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a message on the bus is. */
public enum MessageKind {
    /** A Diameter request that a peer sent: diameter-service to hss-service. */
    REQUEST_IN(1),
    /** The Diameter answer to a {@link #REQUEST_IN}: hss-service to the connection's owner. */
    ANSWER_OUT(2),
    /** A Diameter request that we originate: to the owner of a connection, or of a connection to {@code peer}. */
    REQUEST_OUT(3),
    /** The outcome of a {@link #REQUEST_OUT}: to the originator's replies stream, by correlation id. */
    ANSWER_IN(4),
    /** A call between services; {@code peer} holds the call's name, the payload is JSON. */
    CALL(5),
    /** The outcome of a {@link #CALL}, to the caller's replies stream, by correlation id. */
    REPLY(6);

    private static final List<Optional<MessageKind>> BY_CODE = new ArrayList<>(List.of(Optional.empty()));

    static {
        for (var kind : values()) {
            BY_CODE.add(kind.code, Optional.of(kind));
        }
    }

    private final int code;

    MessageKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<MessageKind> of(int code) {
        return code >= 0 && code < BY_CODE.size() ? BY_CODE.get(code) : Optional.empty();
    }
}
