// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.PriorityQueue;

/** The deadlines of requests of our own, each with a time of its own. An answered request stays until its time and is then nothing. */
final class OutgoingDeadlines {

    private final PriorityQueue<OutgoingRequests.Waiting> queue =
            new PriorityQueue<>((a, b) -> Long.signum(a.deadlineNanos() - b.deadlineNanos()));

    void add(OutgoingRequests.Waiting request) {
        queue.add(request);
    }

    /** Ends the wait of all whose time has come. */
    void expire(long nowNanos) {
        for (var first = queue.peek(); first != null && first.deadlineNanos() - nowNanos <= 0; first = queue.peek()) {
            queue.remove();
            first.owner().expire(first);
        }
    }
}
