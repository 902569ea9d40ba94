// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;

/**
 * What goes out by one connection: gathered over a turn of the event loop, and to be read by the peer in time. On the connection's event
 * loop only.
 */
final class Outflow {

    private static final byte[] NO_AVPS = new byte[0];

    private final Connection connection;
    private final Lane lane;
    private final Channel channel;
    private final ConnectionTimers timers;
    private final ChannelWriter writer;
    private boolean dirty;
    private boolean stalled;

    Outflow(Connection connection, Lane lane, Channel channel, ConnectionTimers timers) {
        this.connection = connection;
        this.lane = lane;
        this.channel = channel;
        this.timers = timers;
        this.writer = new ChannelWriter(channel, lane.context().settings().writeBuffer());
    }

    /** Adds a message, which goes out at the end of this turn of the event loop. */
    void add(byte[] octets, int offset, int length) {
        writer.add(octets, offset, length);
        becomeDirty();
    }

    /** The same with another hop-by-hop id. */
    void add(byte[] octets, int offset, int length, int hopByHop) {
        add(octets, offset, length, hopByHop, NO_AVPS);
    }

    /** The same with more AVPs at its end. */
    void add(byte[] octets, int offset, int length, int hopByHop, byte[] avps) {
        int at = writer.add(octets, offset, length);
        writer.patch(at + Lane.HOP_BY_HOP_AT, hopByHop);
        if (avps.length != 0) {
            writer.append(at, avps);
        }
        becomeDirty();
    }

    /**
     * Sends what was added.
     *
     * @return false when the peer has let far too much pile up
     */
    boolean flush() {
        dirty = false;
        return writer.flush();
    }

    /** Whether more waits to be sent than a peer may leave unread. */
    boolean isStalled() {
        return stalled;
    }

    /** Takes note of whether the channel takes more; false when that is nothing new. */
    boolean writabilityChanged(boolean writable) {
        if (stalled != writable) {
            return false;
        }
        stalled = !writable;
        if (stalled) {
            lane.context().metrics().peerStalled();
            timers.arm(
                    ConnectionTimer.WRITE,
                    System.nanoTime(),
                    lane.context().settings().writeTimeout());
        } else {
            timers.cancel(ConnectionTimer.WRITE);
        }
        return true;
    }

    /** Closes in a way that lets the peer read what was sent: our half first, and the rest when it closed too. */
    void closeGently() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            // Closing a socket with unread octets resets it, and the peer may lose the answer that says why.
            if (channel instanceof DuplexChannel duplex
                    && !connection.transport().secure()) {
                channel.config().setAutoRead(true);
                var _ = duplex.shutdownOutput();
            } else {
                var _ = channel.close();
            }
        });
    }

    void discard() {
        writer.discard();
    }

    private void becomeDirty() {
        if (!dirty) {
            dirty = true;
            lane.flushLater(connection);
        }
    }
}
