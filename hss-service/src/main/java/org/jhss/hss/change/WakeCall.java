// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import org.jhss.platform.bus.calls.CallHandler;
import org.jhss.platform.bus.calls.CallResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Call {@code changes.wake}: something was provisioned that the network must hear of. Answered before it has. */
public final class WakeCall implements CallHandler {

    private final ChangeDispatcher dispatcher;

    public WakeCall(ChangeDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public CallResult handle(JsonNode arguments) {
        dispatcher.wake();
        return CallResult.answer(JsonNodeFactory.instance.objectNode());
    }
}
