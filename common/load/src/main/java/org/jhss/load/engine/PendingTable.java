// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

/**
 * The requests of one thread by hop-by-hop identifier, in parallel arrays used as a ring: identifiers are given one after the other,
 * so that an identifier tells its place and the oldest requests expire first. What became of a request stays known until the ring
 * comes round.
 */
final class PendingTable {

    /** What became of a request. */
    static final byte FREE = 0;

    static final byte PENDING = 1;
    static final byte ANSWERED = 2;
    static final byte EXPIRED = 3;
    static final byte ENDED = 4;

    static final int NONE = -1;

    private final int mask;
    final int[] identifier;
    final byte[] state;
    final boolean[] measured;
    final short[] peer;
    final byte[] entry;
    final int[] subscriber;
    final long[] intended;
    final long[] sent;
    private int next;
    private int oldest;
    private int pending;

    /**
     * @param places at least twice the requests that are pending at a time; rounded up to a power of two
     * @param first the first identifier
     */
    PendingTable(int places, int first) {
        int size = Integer.highestOneBit(Math.max(2, places - 1)) << 1;
        mask = size - 1;
        identifier = new int[size];
        state = new byte[size];
        measured = new boolean[size];
        peer = new short[size];
        entry = new byte[size];
        subscriber = new int[size];
        intended = new long[size];
        sent = new long[size];
        next = first;
        oldest = first;
    }

    /** Takes the next free place for a pending request; returns it. There must be {@link #hasRoom}. */
    int take() {
        int at = next & mask;
        while (state[at] == PENDING) {
            next++;
            at = next & mask;
        }
        identifier[at] = next++;
        state[at] = PENDING;
        pending++;
        return at;
    }

    boolean hasRoom() {
        return pending <= mask;
    }

    /** Where the request with that identifier is, or {@link #NONE} when it is not known, or not any more. */
    int find(int id) {
        int at = id & mask;
        return identifier[at] == id && state[at] != FREE ? at : NONE;
    }

    /** Ends a pending request. */
    void end(int at, byte how) {
        state[at] = how;
        pending--;
    }

    int pending() {
        return pending;
    }

    /** The place of the request sent longest ago that is pending, or {@link #NONE}. */
    int oldestPending() {
        if (pending == 0) {
            oldest = next;
            return NONE;
        }
        if (next - oldest > mask) {
            oldest = next - mask - 1;
        }
        while (state[oldest & mask] != PENDING) {
            oldest++;
        }
        return oldest & mask;
    }

    /** Shows all pending requests, the oldest first. What is shown may be ended. */
    void forEachPending(Visitor visitor) {
        if (oldestPending() == NONE) {
            return;
        }
        int end = next;
        for (int id = oldest; id != end; id++) {
            if (state[id & mask] == PENDING) {
                visitor.visit(id & mask);
            }
        }
    }

    /** Is shown places. */
    interface Visitor {
        void visit(int at);
    }
}
