// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import java.util.List;
import java.util.Map;
import org.jhss.platform.bus.calls.CallHandler;

/** One Diameter interface of the HSS, such as S6a: its handlers, and the calls by which other services use it. */
public interface InterfaceModule {

    /** The handlers of one worker; asked once per worker, so that handlers need no locks. */
    List<CommandHandler> handlers(HandlerEnvironment environment);

    /**
     * The calls that other services may make of service {@code hss}, by name: interface and action, such as
     * {@code s6a.cancel-location}. Asked once; the handlers are thread-safe and may block.
     */
    default Map<String, CallHandler> calls(HandlerEnvironment environment) {
        return Map.of();
    }
}
