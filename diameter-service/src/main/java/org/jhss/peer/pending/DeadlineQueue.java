// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.pending;

import org.jspecify.annotations.Nullable;

/**
 * Waiting requests in the order of their deadlines. All have the same time to live, so the order is that of arrival and both adding and
 * removing are a matter of two links; a wheel would only add slots to look through. Not thread-safe.
 */
public final class DeadlineQueue {

    private @Nullable PendingRequest first;
    private @Nullable PendingRequest last;
    private int size;

    public int size() {
        return size;
    }

    /** Adds a request whose deadline is not before that of the one added last. */
    public void add(PendingRequest request) {
        request.earlier = last;
        request.later = null;
        if (last == null) {
            first = request;
        } else {
            last.later = request;
        }
        last = request;
        size++;
    }

    /** Takes out a request that was added. */
    public void remove(PendingRequest request) {
        var before = request.earlier;
        var after = request.later;
        if (before == null) {
            first = after;
        } else {
            before.later = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.earlier = before;
        }
        request.earlier = null;
        request.later = null;
        size--;
    }

    /** The request that is over at {@code nowNanos}, or null when none is; it stays in the queue. */
    public @Nullable PendingRequest overdue(long nowNanos) {
        return first != null && first.deadline() - nowNanos <= 0 ? first : null;
    }
}
