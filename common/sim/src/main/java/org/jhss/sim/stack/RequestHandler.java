// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.util.Optional;

/** Decides how a simulated peer answers a request of the HSS. Called on the connection's thread: it must not block. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * The result to answer with, or empty to stay silent.
     *
     * @param answer takes AVPs for the answer besides result, session and origin
     */
    Optional<Outcome> handle(ReceivedRequest request, AvpWriter answer);
}
