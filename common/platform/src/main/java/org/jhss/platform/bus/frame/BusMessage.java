// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

import java.util.Arrays;

/** One message read from a frame: its envelope and its payload as a slice of the frame's buffer, which nobody may write to. */
public final class BusMessage {

    private final Envelope envelope;
    private final byte[] buffer;
    private final int offset;
    private final int length;

    BusMessage(Envelope envelope, byte[] buffer, int offset, int length) {
        this.envelope = envelope;
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    public Envelope envelope() {
        return envelope;
    }

    public MessageKind kind() {
        return envelope.kind();
    }

    /** The frame's buffer, shared by all its messages. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the payload begins in {@link #buffer}. */
    public int offset() {
        return offset;
    }

    /** The payload's length in octets. */
    public int length() {
        return length;
    }

    /** A copy of the payload. */
    public byte[] payload() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    @Override
    public String toString() {
        return envelope + " with " + length + " octets";
    }
}
