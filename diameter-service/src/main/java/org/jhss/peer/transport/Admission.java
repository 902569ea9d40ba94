// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import io.netty.channel.Channel;
import org.jhss.peer.connection.CloseReason;
import org.jhss.peer.metrics.PeerMetrics;
import org.jhss.peer.policy.ConnectionSlots;

/** Lets connections in that peers set up, by whatever transport, as far as there are slots for them. Thread-safe. */
public final class Admission {

    private final ConnectionSlots slots;
    private final PeerMetrics metrics;

    public Admission(ConnectionSlots slots, PeerMetrics metrics) {
        this.slots = slots;
        this.metrics = metrics;
    }

    /** Whether {@code channel}, just accepted, may stay; it is closed if not. */
    public boolean admit(Channel channel) {
        if (!slots.admit(channel)) {
            metrics.closed(CloseReason.TOO_MANY_PEERS.label());
            var _ = channel.close();
            return false;
        }
        metrics.connectionAccepted();
        return true;
    }
}
