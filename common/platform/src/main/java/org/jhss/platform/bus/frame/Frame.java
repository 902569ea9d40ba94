// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

/** A complete frame, ready to be queued. Immutable: nobody writes to its octets after it is built. */
public final class Frame {

    private final byte[] octets;
    private final int messages;

    Frame(byte[] octets, int messages) {
        this.octets = octets;
        this.messages = messages;
    }

    /** The frame with just this message. */
    public static Frame of(Envelope envelope, byte[] payload) {
        var writer = new FrameWriter(FrameFormat.HEADER_LENGTH + FrameFormat.FIXED_LENGTH + payload.length + 256);
        writer.add(envelope, payload, 0, payload.length);
        return writer.toFrame();
    }

    /** The encoded frame itself, not a copy. */
    public byte[] octets() {
        return octets;
    }

    /** The number of messages inside. */
    public int messages() {
        return messages;
    }

    @Override
    public String toString() {
        return "frame of " + messages + " messages, " + octets.length + " octets";
    }
}
