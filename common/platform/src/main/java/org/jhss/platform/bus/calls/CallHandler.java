// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.calls;

import tools.jackson.databind.JsonNode;

/** Does what a call asks for. */
@FunctionalInterface
public interface CallHandler {

    /**
     * Handles one call, on a virtual thread of its own. A call may come twice (its first process died before it replied): handling it
     * again must do no harm.
     */
    CallResult handle(JsonNode arguments);
}
