// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds frames in one reusable, growing buffer. A message is either {@link #add added} whole or begun, its payload written
 * straight into the buffer, and ended:
 *
 * <pre>{@code
 * writer.begin(envelope);
 * byte[] buffer = writer.reserve(maxLength);          // may be a new array: ask again after each reserve
 * int written = encode(buffer, writer.position());
 * writer.advance(written);
 * writer.end();
 * }</pre>
 *
 * Not thread-safe.
 */
public final class FrameWriter {

    private static final int SHRINK_ABOVE = 1 << 20;

    private final int initialCapacity;
    private byte[] buffer;
    private int position = FrameFormat.HEADER_LENGTH;
    private int count;
    private int messageStart = -1;
    private int payloadStart;

    // Messages of one read mostly share their peer and reply stream: the octets are then copied instead of encoded
    // again.
    private String lastPeer = "";
    private String lastReplyTo = "";
    private int lastStringsAt;
    private int lastPeerLength;
    private int lastReplyToLength;

    /** A writer with room for some 16 KiB at first. */
    public FrameWriter() {
        this(1 << 14);
    }

    /**
     * @param initialCapacity octets of buffer to begin with
     */
    public FrameWriter(int initialCapacity) {
        this.initialCapacity = Math.max(initialCapacity, FrameFormat.HEADER_LENGTH + FrameFormat.FIXED_LENGTH);
        this.buffer = new byte[this.initialCapacity];
    }

    /** Appends a whole message. */
    public void add(Envelope envelope, byte[] payload, int offset, int length) {
        begin(envelope);
        reserve(length);
        System.arraycopy(payload, offset, buffer, position, length);
        position += length;
        end();
    }

    /**
     * Begins a message.
     *
     * @throws IllegalStateException when one is begun and not ended
     * @throws IllegalArgumentException when a string of the envelope is longer than 65535 octets
     */
    public void begin(Envelope envelope) {
        if (messageStart >= 0) {
            throw new IllegalStateException("a message is begun already");
        }
        int start = position;
        reserve(FrameFormat.FIXED_LENGTH);
        writeStrings(envelope.peer(), envelope.replyTo(), start + FrameFormat.FIXED_LENGTH);
        byte[] b = buffer;
        b[start] = (byte) envelope.kind().code();
        b[start + FrameFormat.STATUS_AT] = (byte) envelope.status().code();
        FrameFormat.SHORT.set(b, start + FrameFormat.PEER_LENGTH_AT, (short) lastPeerLength);
        FrameFormat.SHORT.set(b, start + FrameFormat.REPLY_TO_LENGTH_AT, (short) lastReplyToLength);
        FrameFormat.SHORT.set(b, start + FrameFormat.RESERVED_AT, (short) 0);
        FrameFormat.INT.set(b, start + FrameFormat.PAYLOAD_LENGTH_AT, 0);
        FrameFormat.LONG.set(b, start + FrameFormat.CONNECTION_AT, envelope.connectionId());
        FrameFormat.LONG.set(b, start + FrameFormat.CORRELATION_AT, envelope.correlationId());
        FrameFormat.LONG.set(b, start + FrameFormat.ARRIVAL_AT, envelope.arrivalMillis());
        FrameFormat.LONG.set(b, start + FrameFormat.DEADLINE_AT, envelope.deadlineMillis());
        messageStart = start;
        payloadStart = start + FrameFormat.FIXED_LENGTH + lastPeerLength + lastReplyToLength;
        position = payloadStart;
    }

    /**
     * Makes room for {@code length} octets at {@link #position} and gives the buffer, which is another one after growth.
     *
     * @throws IllegalArgumentException when the frame would pass 2 GiB
     */
    public byte[] reserve(int length) {
        long needed = (long) position + length;
        if (length < 0 || needed > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("a frame cannot grow by " + length + " octets");
        }
        if (needed > buffer.length) {
            long doubled = Math.min(2L * buffer.length, Integer.MAX_VALUE - 16L);
            buffer = Arrays.copyOf(buffer, (int) Math.max(doubled, needed));
        }
        return buffer;
    }

    /** Where the next octet of the payload goes. */
    public int position() {
        return position;
    }

    /** Moves {@link #position} past octets that were written into the reserved room. */
    public void advance(int length) {
        if (messageStart < 0 || length < 0 || length > buffer.length - position) {
            throw new IllegalStateException("no room was reserved for " + length + " octets");
        }
        position += length;
    }

    /** Ends the message that was begun. */
    public void end() {
        if (messageStart < 0) {
            throw new IllegalStateException("no message is begun");
        }
        FrameFormat.INT.set(buffer, messageStart + FrameFormat.PAYLOAD_LENGTH_AT, position - payloadStart);
        messageStart = -1;
        count++;
    }

    /** Takes back the message that was begun. */
    public void abort() {
        if (messageStart >= 0) {
            position = messageStart;
            messageStart = -1;
            lastStringsAt = 0;
        }
    }

    /** The number of ended messages. */
    public int messages() {
        return count;
    }

    /** The frame's length so far in octets. */
    public int size() {
        return position;
    }

    /** The ended messages as one frame of its own; the writer is empty again afterwards. */
    public Frame toFrame() {
        if (messageStart >= 0) {
            throw new IllegalStateException("a message is begun and not ended");
        }
        FrameFormat.SHORT.set(buffer, 0, (short) FrameFormat.MAGIC);
        buffer[2] = FrameFormat.VERSION;
        buffer[3] = 0;
        FrameFormat.INT.set(buffer, FrameFormat.COUNT_AT, count);
        var frame = new Frame(Arrays.copyOf(buffer, position), count);
        reset();
        return frame;
    }

    /** Forgets everything written; a buffer that one large frame blew up is given back. */
    public void reset() {
        position = FrameFormat.HEADER_LENGTH;
        count = 0;
        messageStart = -1;
        lastStringsAt = 0;
        if (buffer.length > SHRINK_ABOVE && buffer.length > initialCapacity) {
            buffer = new byte[initialCapacity];
        }
    }

    @SuppressWarnings({"ReferenceEquality", "StringEquality"
    }) // Identity is the cheap test for "same as before"; a miss only costs encoding.
    private void writeStrings(String peer, String replyTo, int at) {
        if (lastStringsAt != 0 && peer == lastPeer && replyTo == lastReplyTo) {
            int length = lastPeerLength + lastReplyToLength;
            ensureTo(at + length);
            System.arraycopy(buffer, lastStringsAt, buffer, at, length);
        } else {
            lastPeerLength = writeString(peer, at);
            lastReplyToLength = writeString(replyTo, at + lastPeerLength);
            lastPeer = peer;
            lastReplyTo = replyTo;
        }
        lastStringsAt = at;
    }

    private int writeString(String text, int at) {
        int length = text.length();
        ensureTo(at + length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return writeUtf8(text, at);
            }
            buffer[at + i] = (byte) c;
        }
        return checkedLength(length);
    }

    private int writeUtf8(String text, int at) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        ensureTo(at + octets.length);
        System.arraycopy(octets, 0, buffer, at, octets.length);
        return checkedLength(octets.length);
    }

    private static int checkedLength(int length) {
        if (length > FrameFormat.MAX_STRING_LENGTH) {
            throw new IllegalArgumentException("a string of an envelope has at most 65535 octets");
        }
        return length;
    }

    private void ensureTo(int end) {
        reserve(end - position);
    }
}
