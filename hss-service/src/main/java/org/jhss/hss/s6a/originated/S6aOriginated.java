// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.List;
import java.util.Map;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.platform.bus.calls.CallHandler;

/** The calls by which other services have S6a and S6d procedures begun. */
public final class S6aOriginated implements InterfaceModule {

    @Override
    public List<CommandHandler> handlers(HandlerEnvironment environment) {
        return List.of();
    }

    @Override
    public Map<String, CallHandler> calls(HandlerEnvironment environment) {
        return Map.of(
                "s6a.cancel-location", new CancelLocationCall(environment),
                "s6a.deregister", new DeregisterCall(environment),
                "s6a.insert-subscriber-data", new InsertSubscriberDataCall(environment),
                "s6a.delete-subscriber-data", new DeleteSubscriberDataCall(environment),
                "s6a.reset", new ResetCall(environment));
    }
}
