// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what goes out at one time and writes it as one buffer. Not thread-safe.
 */
final class ChannelWriter {

    private static final int USUAL_BATCH = 4096;
    /** Where the three octets of a message's length are (RFC 6733 3). */
    private static final int MESSAGE_LENGTH_AT = 1;
    /** A peer that holds that many times its allowance did not stop by itself: reading was paused and yet it goes on. */
    private static final int HARD_LIMIT_FACTOR = 4;

    private final Channel channel;
    private final long hardLimit;
    private @Nullable ByteBuf batch;

    ChannelWriter(Channel channel, int writeBuffer) {
        this.channel = channel;
        this.hardLimit = (long) writeBuffer * HARD_LIMIT_FACTOR;
    }

    /** Adds a message; {@link #flush} sends it. Returns where it starts in {@link #batch}. */
    int add(byte[] octets, int offset, int length) {
        var to = batch;
        if (to == null) {
            to = channel.alloc().buffer(Math.max(USUAL_BATCH, length));
            batch = to;
        }
        int at = to.writerIndex();
        to.writeBytes(octets, offset, length);
        return at;
    }

    /** Appends AVPs to the message that was added last, at {@code at}. */
    void append(int at, byte[] avps) {
        var to = batch;
        if (to != null) {
            to.writeBytes(avps);
            to.setMedium(at + MESSAGE_LENGTH_AT, to.writerIndex() - at);
        }
    }

    /** Overwrites four octets of what was added and not flushed. */
    void patch(int at, int value) {
        if (batch != null) {
            batch.setInt(at, value);
        }
    }

    /**
     * Sends what was added.
     *
     * @return false when the peer has let far too much pile up
     */
    boolean flush() {
        var out = batch;
        if (out == null) {
            return true;
        }
        batch = null;
        var _ = channel.writeAndFlush(out, channel.voidPromise());
        return channel.isWritable() || channel.bytesBeforeWritable() < hardLimit;
    }

    void discard() {
        if (batch != null) {
            batch.release();
            batch = null;
        }
    }
}
