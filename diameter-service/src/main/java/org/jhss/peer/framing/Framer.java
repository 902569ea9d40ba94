// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.framing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jhss.diameter.message.Header;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into Diameter messages by the length in their headers. Messages that lie whole in a read are handed on in
 * place; only one that is split over reads is put together in a buffer of its own, sized by its header after the limit was
 * checked. A transport that has records of its own may hand them on in pieces and tell where each ends. Not thread-safe.
 */
public final class Framer {

    private static final int INITIAL_ROOM = 4096;

    /** Where the length of 24 bits stands in the header. */
    private static final int LENGTH_AT = 1;

    private final ByteBufAllocator allocator;
    private final int maxMessageSize;
    private final MessageSink sink;
    private @Nullable ByteBuf held;
    private boolean paused;
    private boolean done;
    private boolean recordEnded;

    /**
     * @param maxMessageSize the longest message accepted, in octets
     */
    public Framer(ByteBufAllocator allocator, int maxMessageSize, MessageSink sink) {
        this.allocator = allocator;
        this.maxMessageSize = maxMessageSize;
        this.sink = sink;
    }

    /** Takes what was read, and releases it. */
    public void read(ByteBuf in) {
        recordEnded = false;
        try {
            if (!done && completeHeld(in)) {
                cut(in);
            }
        } finally {
            in.release();
        }
    }

    /** No message goes on beyond here, since the transport keeps records apart, as SCTP does; one that has begun will never end. */
    public void endOfRecord() {
        recordEnded = true;
        var partial = held;
        if (partial != null && !paused) {
            fail(FramingError.TRUNCATED, partial, partial.readerIndex());
            close();
        }
    }

    /** Whether a message has begun and its end has not come yet. */
    public boolean isMidMessage() {
        return held != null && !paused;
    }

    /** Holds messages back until {@link #resume}; what is read meanwhile is kept. */
    public void pause() {
        paused = true;
    }

    /** Hands on what was held back. */
    public void resume() {
        paused = false;
        var waiting = held;
        boolean ended = recordEnded;
        held = null;
        if (waiting != null) {
            read(waiting);
            if (ended) {
                endOfRecord();
            }
        }
    }

    /** Drops what is held and ignores all that follows. */
    public void close() {
        done = true;
        if (held != null) {
            held.release();
            held = null;
        }
    }

    private void cut(ByteBuf in) {
        while (!paused && !done && in.readableBytes() >= Header.LENGTH) {
            int at = in.readerIndex();
            int length = checkedLength(in, at);
            if (length < 0) {
                return;
            }
            if (in.readableBytes() < length) {
                break;
            }
            in.skipBytes(length);
            sink.message(in, at, length);
        }
        if (!done && in.isReadable()) {
            keep(in);
        }
    }

    /** Whether nothing is held any more, so that {@code in} may be cut by itself. */
    private boolean completeHeld(ByteBuf in) {
        var partial = held;
        if (partial == null) {
            return true;
        }
        if (paused) {
            partial.writeBytes(in);
            return false;
        }
        if (!fill(partial, in, Header.LENGTH)) {
            return false;
        }
        int length = checkedLength(partial, partial.readerIndex());
        if (length < 0) {
            close();
            return false;
        }
        if (!fill(partial, in, length)) {
            return false;
        }
        held = null;
        try {
            sink.message(partial, partial.readerIndex(), length);
        } finally {
            partial.release();
        }
        return !done;
    }

    private static boolean fill(ByteBuf partial, ByteBuf in, int wanted) {
        int missing = wanted - partial.readableBytes();
        if (missing > 0) {
            partial.writeBytes(in, Math.min(missing, in.readableBytes()));
        }
        return partial.readableBytes() >= wanted;
    }

    private void keep(ByteBuf in) {
        int at = in.readerIndex();
        if (in.getByte(at) != Header.VERSION) {
            fail(FramingError.UNSUPPORTED_VERSION, in, at);
            return;
        }
        int readable = in.readableBytes();
        int expected = readable >= Header.LENGTH ? in.getUnsignedMedium(at + LENGTH_AT) : Header.LENGTH;
        // A claimed length alone costs no memory: beyond this the buffer grows with what really comes.
        held = allocator
                .buffer(Math.max(readable, Math.min(expected, INITIAL_ROOM)))
                .writeBytes(in);
    }

    private int checkedLength(ByteBuf in, int at) {
        if (in.getByte(at) != Header.VERSION) {
            return fail(FramingError.UNSUPPORTED_VERSION, in, at);
        }
        int length = in.getUnsignedMedium(at + LENGTH_AT);
        if (length < Header.LENGTH) {
            return fail(FramingError.LENGTH_TOO_SHORT, in, at);
        }
        if (length > maxMessageSize) {
            return fail(FramingError.LENGTH_TOO_LONG, in, at);
        }
        return length;
    }

    private int fail(FramingError error, ByteBuf in, int at) {
        done = true;
        sink.unframeable(error, in, at, in.writerIndex() - at >= Header.LENGTH);
        return -1;
    }
}
