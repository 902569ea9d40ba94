// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.Arrays;

/**
 * The CER, DWRs and DPR that we sent by one connection and whose answers are due: an answer belongs to a request by its hop-by-hop id
 * (RFC 6733 3). There are few at a time; the oldest is forgotten for one too many. Not thread-safe.
 */
final class BaseRequests {

    private static final int MOST = 8;
    private static final int NONE = 0;

    private final int[] commands = new int[MOST];
    private final int[] hopByHops = new int[MOST];
    private int next;

    /** A request with that command code, which is not 0, is sent. */
    void sent(int command, int hopByHop) {
        commands[next] = command;
        hopByHops[next] = hopByHop;
        next = (next + 1) % MOST;
    }

    /** An answer came; false when it answers no request of ours, or one that was answered before. */
    boolean answered(int command, int hopByHop) {
        for (int i = 0; i < MOST; i++) {
            if (commands[i] == command && hopByHops[i] == hopByHop) {
                commands[i] = NONE;
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return Arrays.toString(commands);
    }
}
