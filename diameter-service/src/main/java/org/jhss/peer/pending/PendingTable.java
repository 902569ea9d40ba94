// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.pending;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection that wait for an answer. A ticket names a slot and its use, so that finding the request of an answer is
 * one array access, and an answer that comes twice, or after its time, finds nothing. Bounded; not thread-safe.
 */
public final class PendingTable {

    /** A ticket's lower bits; more slots than that are never handed out. */
    private static final int SLOT_BITS = 20;

    private static final int MAX_SLOTS = 1 << SLOT_BITS;
    private static final int INITIAL = 16;

    private final long connectionId;
    private final int limit;
    private PendingRequest[] slots = new PendingRequest[0];
    private int[] free = new int[0];
    private int freeCount;
    private int used;

    /**
     * @param connectionId the connection whose requests these are
     * @param limit most requests at a time
     */
    public PendingTable(long connectionId, int limit) {
        this.connectionId = connectionId;
        this.limit = Math.min(limit, MAX_SLOTS);
    }

    public long connectionId() {
        return connectionId;
    }

    /** Requests that wait. */
    public int size() {
        return used;
    }

    /** An entry for one more request, or null when the limit is reached. */
    public @Nullable PendingRequest acquire() {
        if (used >= limit) {
            return null;
        }
        if (freeCount == 0) {
            grow();
        }
        var request = slots[free[--freeCount]];
        request.ticket += MAX_SLOTS;
        request.inUse = true;
        request.owner = this;
        used++;
        return request;
    }

    /** The waiting request of that ticket, or null when it was answered, or never was. */
    public @Nullable PendingRequest find(long ticket) {
        int slot = (int) ticket & (MAX_SLOTS - 1);
        if (slot >= slots.length) {
            return null;
        }
        var request = slots[slot];
        return request.inUse && request.ticket == ticket ? request : null;
    }

    /** Ends the wait of {@code request}. */
    public void release(PendingRequest request) {
        if (request.inUse) {
            request.inUse = false;
            request.forget();
            free[freeCount++] = request.slot;
            used--;
        }
    }

    /** Hands all waiting requests to {@code each}, which may release them. */
    public void forEach(java.util.function.Consumer<PendingRequest> each) {
        for (var request : slots) {
            if (request.inUse) {
                each.accept(request);
            }
        }
    }

    private void grow() {
        int from = slots.length;
        int to = Math.min(Math.max(INITIAL, 2 * from), limit);
        slots = Arrays.copyOf(slots, to);
        free = Arrays.copyOf(free, to);
        for (int slot = to - 1; slot >= from; slot--) {
            var request = new PendingRequest(slot);
            request.ticket = slot;
            slots[slot] = request;
            free[freeCount++] = slot;
        }
    }
}
