// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jhss.peer.framing.Framer;

/** What comes in by one connection: cut into messages, each of which must end in time. On the connection's event loop only. */
final class Inflow {

    private final Framer framer;
    private final MessageRouter router;
    private final ConnectionTimers timers;
    private final ConnectionCounters counters;
    private final ConnectionSettings settings;
    private boolean hasRead;
    private long messagesWhenArmed = -1;

    Inflow(
            ByteBufAllocator allocator,
            MessageRouter router,
            ConnectionTimers timers,
            ConnectionCounters counters,
            ConnectionSettings settings) {
        this.framer = new Framer(allocator, settings.maxMessageSize(), router);
        this.router = router;
        this.timers = timers;
        this.counters = counters;
        this.settings = settings;
    }

    /** Takes octets, and releases them. */
    void read(ByteBuf octets) {
        hasRead = true;
        framer.read(octets);
    }

    /** The transport's record ends here. */
    void endOfRecord() {
        framer.endOfRecord();
    }

    /** Restarts the timers after a read; false when nothing was read: the end of the stream completes a read too, and is no sign of life. */
    boolean complete(long nowNanos) {
        if (!hasRead) {
            return false;
        }
        hasRead = false;
        counters.active(System.currentTimeMillis());
        timers.arm(ConnectionTimer.IDLE, nowNanos, settings.idleTimeout());
        if (!framer.isMidMessage()) {
            timers.cancel(ConnectionTimer.MESSAGE);
        } else if (!timers.isArmed(ConnectionTimer.MESSAGE) || messagesWhenArmed != router.count()) {
            messagesWhenArmed = router.count();
            timers.arm(ConnectionTimer.MESSAGE, nowNanos, settings.messageTimeout());
        }
        return true;
    }

    /** Holds messages back until {@link #resume}. */
    void pause() {
        framer.pause();
    }

    /** Hands on what was held back; it counts as read now. */
    void resume() {
        framer.resume();
        hasRead = true;
    }

    /** Ignores all that follows. */
    void close() {
        framer.close();
    }
}
