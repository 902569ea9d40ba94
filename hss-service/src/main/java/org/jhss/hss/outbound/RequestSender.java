// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import java.util.concurrent.CompletableFuture;

/** Sends requests of our own and waits for their answers. Thread-safe. */
public interface RequestSender {

    /**
     * Sends {@code request} to the peer that leads to its destination. Whatever happens, the future completes with a result, at
     * the latest when the request's time is over; it never completes exceptionally and runs its dependents on a thread of the
     * bus, which they must not block.
     */
    CompletableFuture<OutboundResult> send(OutboundRequest request);
}
