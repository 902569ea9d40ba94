// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Objects;
import java.util.Optional;

/**
 * Reads messages one after another into one reused {@link Message}, so that reading makes no garbage. Not thread-safe:
 * keep one per worker.
 */
public final class MessageReader {

    private static final byte[] NONE = FailedAvp.none();

    private final Limits limits;
    private final Message message = new Message();
    private final Optional<Message> readable = Optional.of(message);

    public MessageReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the message in {@code length} octets from {@code offset}. Checks size, version, lengths and the framing of the
     * top-level AVPs; groups and values are checked by the grammar validator or when they are read.
     *
     * @return the message, good until the next call; or what is wrong
     * @throws IndexOutOfBoundsException when the octets are not in {@code buffer}
     */
    public ParseResult read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length < Header.LENGTH) {
            return new Malformation(Fault.HEADER_TRUNCATED, NONE, Optional.empty());
        }
        message.reset(buffer, offset, length);
        if (length > limits.maxMessageSize()) {
            return malformed(Fault.MESSAGE_TOO_LARGE);
        }
        if (Header.version(buffer, offset) != Header.VERSION) {
            return malformed(Fault.UNSUPPORTED_VERSION);
        }
        int told = Header.messageLength(buffer, offset);
        if (told < Header.LENGTH) {
            return malformed(Fault.MESSAGE_LENGTH_TOO_SMALL);
        }
        if ((told & 3) != 0) {
            return malformed(Fault.MESSAGE_LENGTH_UNALIGNED);
        }
        return told == length
                ? readAvps(buffer, offset + Header.LENGTH, offset + length)
                : malformed(Fault.MESSAGE_LENGTH_MISMATCH);
    }

    private ParseResult readAvps(byte[] buffer, int from, int limit) {
        int at = from;
        while (at < limit) {
            var fault = AvpScanner.check(buffer, at, limit);
            if (fault != null) {
                return new Malformation(fault, FailedAvp.forLength(buffer, at, limit), readable);
            }
            if (message.avpCount() == limits.maxAvpCount()) {
                return malformed(Fault.TOO_MANY_AVPS);
            }
            message.index(at);
            at = AvpScanner.after(buffer, at, limit);
        }
        return message;
    }

    private Malformation malformed(Fault fault) {
        return new Malformation(fault, NONE, readable);
    }
}
