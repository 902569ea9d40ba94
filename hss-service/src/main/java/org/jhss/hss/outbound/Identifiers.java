// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.identity.PeerHost;
import org.jhss.identity.SessionId;

/**
 * Session-Ids and end-to-end identifiers that no other request of ours has, across restarts and across the instances that share
 * our Origin-Host. Thread-safe.
 */
final class Identifiers {

    private static final int TIME_BITS = 12;
    private static final int SEQUENCE_BITS = 20;

    private final PeerHost host;
    private final String instance;
    private final int startedSeconds;
    private final AtomicInteger session =
            new AtomicInteger(ThreadLocalRandom.current().nextInt());
    private final AtomicInteger endToEnd;

    /**
     * @param instance what tells this process from the others of the same Origin-Host
     */
    Identifiers(PeerHost host, String instance, InstantSource clock) {
        this.host = host;
        this.instance = instance;
        this.startedSeconds = (int) (clock.millis() / 1000);
        this.endToEnd = new AtomicInteger(firstEndToEnd(startedSeconds));
    }

    /** {@code <Origin-Host>;<high>;<low>;<instance>} (RFC 6733 8.8). */
    SessionId nextSession() {
        return new SessionId(
                SessionId.of(host, startedSeconds, session.incrementAndGet()).value() + ';' + instance);
    }

    /** RFC 6733 3: unique for 4 minutes, also across a restart. */
    int nextEndToEnd() {
        return endToEnd.incrementAndGet();
    }

    /** The low 12 bits of the time, then 20 random bits, as RFC 6733 3 suggests. */
    private static int firstEndToEnd(int seconds) {
        int time = seconds & ((1 << TIME_BITS) - 1);
        return time << SEQUENCE_BITS | ThreadLocalRandom.current().nextInt(1 << SEQUENCE_BITS);
    }
}
