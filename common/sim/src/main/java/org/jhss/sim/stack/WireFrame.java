// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.time.Instant;
import java.util.HexFormat;

/** One Diameter message as it crossed the socket. */
public final class WireFrame {

    private static final int FLAGS = 4;
    private static final int REQUEST_FLAG = 0x80;
    private static final int HOP_BY_HOP = 12;

    private final Instant at;
    private final boolean sent;
    private final byte[] bytes;

    WireFrame(Instant at, boolean sent, byte[] bytes) {
        this.at = at;
        this.sent = sent;
        this.bytes = bytes;
    }

    /** When it was handed to or taken from the socket. */
    public Instant at() {
        return at;
    }

    /** Whether the simulated peer sent it. */
    public boolean sent() {
        return sent;
    }

    /** A copy of the whole message, header included. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The whole message in lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether the R bit is set. */
    public boolean isRequest() {
        return (bytes[FLAGS] & REQUEST_FLAG) != 0;
    }

    /** The command code. */
    public int commandCode() {
        return (bytes[5] & 0xFF) << 16 | (bytes[6] & 0xFF) << 8 | (bytes[7] & 0xFF);
    }

    /** The hop-by-hop identifier, as an unsigned 32-bit number. */
    public long hopByHop() {
        long id = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            id = id << 8 | (bytes[HOP_BY_HOP + i] & 0xFF);
        }
        return id;
    }
}
