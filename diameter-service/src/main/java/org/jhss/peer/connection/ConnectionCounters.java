// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.concurrent.atomic.AtomicLong;

/** What one connection carried. Written by its event loop alone, read by any thread. */
public final class ConnectionCounters {

    private final AtomicLong requestsIn = new AtomicLong();
    private final AtomicLong answersOut = new AtomicLong();
    private final AtomicLong requestsOut = new AtomicLong();
    private final AtomicLong answersIn = new AtomicLong();
    private final AtomicLong lastActivityMillis = new AtomicLong(System.currentTimeMillis());

    ConnectionCounters() {}

    public long requestsIn() {
        return requestsIn.get();
    }

    public long answersOut() {
        return answersOut.get();
    }

    public long requestsOut() {
        return requestsOut.get();
    }

    public long answersIn() {
        return answersIn.get();
    }

    /** When something was read last, in milliseconds since 1970 UTC. */
    public long lastActivityMillis() {
        return lastActivityMillis.get();
    }

    void requestIn() {
        add(requestsIn);
    }

    void answerOut() {
        add(answersOut);
    }

    void requestOut() {
        add(requestsOut);
    }

    void answerIn() {
        add(answersIn);
    }

    void active(long nowMillis) {
        lastActivityMillis.setRelease(nowMillis);
    }

    /** A single writer needs no locked instruction. */
    private static void add(AtomicLong counter) {
        counter.setRelease(counter.getPlain() + 1);
    }
}
