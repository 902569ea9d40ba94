// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.CommandDefinition;

/**
 * Writes messages straight into a {@link DiameterBuffer}, each after those already there. The V and M bits come from the
 * dictionary. Writing a value that the AVP's type cannot have is a bug and throws {@link IllegalArgumentException}.
 *
 * <p>Not thread-safe: keep one per worker. The caller keeps to the order of the grammar: Session-Id comes first.
 */
public final class MessageWriter {

    private static final int NO_MESSAGE = -1;
    private static final int USUAL_DEPTH = 8;

    private final DiameterBuffer buffer;
    private int start = NO_MESSAGE;
    private int[] groups = new int[USUAL_DEPTH];
    private int depth;

    public MessageWriter(DiameterBuffer buffer) {
        this.buffer = buffer;
    }

    /** The buffer that is written to. */
    public DiameterBuffer buffer() {
        return buffer;
    }

    /** Where the message being written, or written last, starts in the buffer. */
    public int messageOffset() {
        return Math.max(start, 0);
    }

    /** Starts a request: R set, P as the command's definition says. */
    public MessageWriter startRequest(CommandDefinition command, int hopByHop, int endToEnd) {
        if (!command.isRequest()) {
            throw new IllegalArgumentException(command + " is no request");
        }
        int flags = Header.REQUEST | (command.isProxiable() ? Header.PROXIABLE : 0);
        return start(flags, command.code(), command.applicationId(), hopByHop, endToEnd);
    }

    /** Starts the answer to {@code request}: its command, application, identifiers and P bit; R, E and T clear (RFC 6733 6.2). */
    public MessageWriter startAnswer(Message request) {
        return start(
                request.flags() & Header.PROXIABLE,
                request.commandCode(),
                request.applicationId(),
                request.hopByHop(),
                request.endToEnd());
    }

    /** Starts an answer that reports a protocol error: as {@link #startAnswer} with the E bit set (RFC 6733 7.2). */
    public MessageWriter startErrorAnswer(Message request) {
        return start(
                (request.flags() & Header.PROXIABLE) | Header.ERROR,
                request.commandCode(),
                request.applicationId(),
                request.hopByHop(),
                request.endToEnd());
    }

    /** Starts a message with a header given in full. */
    public MessageWriter start(int flags, int commandCode, int applicationId, int hopByHop, int endToEnd) {
        start = buffer.reserve(Header.LENGTH);
        depth = 0;
        var octets = buffer.array();
        Wire.putUint8And24(octets, start, Header.VERSION, 0);
        Wire.putUint8And24(octets, start + Header.FLAGS_AT, flags, commandCode);
        Wire.putInt32(octets, start + Header.APPLICATION_AT, applicationId);
        Wire.putInt32(octets, start + Header.HOP_BY_HOP_AT, hopByHop);
        Wire.putInt32(octets, start + Header.END_TO_END_AT, endToEnd);
        return this;
    }

    /** Adds a number: Integer32, Unsigned32 (its bits), Enumerated, or a 64-bit type. */
    public MessageWriter add(AvpDefinition avp, int value) {
        return switch (avp.type()) {
            case INTEGER32, UNSIGNED32, ENUMERATED -> addWord(avp, value);
            case INTEGER64 -> addLongWord(avp, value);
            case UNSIGNED64 -> addLongWord(avp, Integer.toUnsignedLong(value));
            default -> throw wrongType(avp, "an int");
        };
    }

    /**
     * Adds a number: a 64-bit type, or a 32-bit type when the value fits.
     *
     * @throws IllegalArgumentException when it does not fit
     */
    public MessageWriter add(AvpDefinition avp, long value) {
        return switch (avp.type()) {
            case INTEGER64, UNSIGNED64 -> addLongWord(avp, value);
            case UNSIGNED32 -> {
                if (value >>> Integer.SIZE != 0) {
                    throw new IllegalArgumentException(avp + " is an Unsigned32, out of range");
                }
                yield addWord(avp, (int) value);
            }
            case INTEGER32, ENUMERATED -> {
                if ((int) value != value) {
                    throw new IllegalArgumentException(avp + " is an Integer32, out of range");
                }
                yield addWord(avp, (int) value);
            }
            default -> throw wrongType(avp, "a long");
        };
    }

    /** Adds a Float32. */
    public MessageWriter add(AvpDefinition avp, float value) {
        require(avp, AvpType.FLOAT32, "a float");
        return addWord(avp, Float.floatToIntBits(value));
    }

    /** Adds a Float64. */
    public MessageWriter add(AvpDefinition avp, double value) {
        require(avp, AvpType.FLOAT64, "a double");
        return addLongWord(avp, Double.doubleToLongBits(value));
    }

    /** Adds text in UTF-8: any of the types that are text, or an OctetString. */
    public MessageWriter add(AvpDefinition avp, String value) {
        if (avp.type().maxLength() != Integer.MAX_VALUE
                || avp.type() == AvpType.GROUPED
                || avp.type() == AvpType.ADDRESS) {
            throw wrongType(avp, "text");
        }
        int chars = value.length();
        if (!avp.type().allowsLength(chars)) {
            throw new IllegalArgumentException(avp + " cannot be empty");
        }
        int at = header(avp, chars);
        var octets = buffer.array();
        for (int i = 0; i < chars; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                buffer.truncate(at - avp.headerLength());
                return add(avp, value.getBytes(StandardCharsets.UTF_8));
            }
            octets[at + i] = (byte) c;
        }
        return this;
    }

    /** Adds octets as they are; for any type, whose length must fit. */
    public MessageWriter add(AvpDefinition avp, byte[] value) {
        return add(avp, value, 0, value.length);
    }

    /** Adds a slice of octets as they are; for any type, whose length must fit. */
    public MessageWriter add(AvpDefinition avp, byte[] source, int offset, int length) {
        if (!avp.type().allowsLength(length)) {
            throw new IllegalArgumentException(avp + " cannot have " + length + " octets");
        }
        int at = header(avp, length);
        System.arraycopy(source, offset, buffer.array(), at, length);
        return this;
    }

    /** Adds an Address. */
    public MessageWriter add(AvpDefinition avp, InetAddress value) {
        require(avp, AvpType.ADDRESS, "an address");
        var address = value.getAddress();
        int at = header(avp, Addresses.FAMILY_LENGTH + address.length);
        var octets = buffer.array();
        octets[at] = 0;
        octets[at + 1] = (byte) Addresses.family(address);
        System.arraycopy(address, 0, octets, at + Addresses.FAMILY_LENGTH, address.length);
        return this;
    }

    /** Adds a Time, of which seconds are kept. */
    public MessageWriter add(AvpDefinition avp, Instant value) {
        require(avp, AvpType.TIME, "a time");
        return addWord(avp, Times.toWire(value));
    }

    /** Opens a Grouped AVP; what is added belongs to it until {@link #end()}. */
    public MessageWriter begin(AvpDefinition group) {
        require(group, AvpType.GROUPED, "a group");
        if (depth == groups.length) {
            groups = Arrays.copyOf(groups, depth * 2);
        }
        groups[depth++] = header(group, 0) - group.headerLength();
        return this;
    }

    /** Closes the group opened last. */
    public MessageWriter end() {
        if (depth == 0) {
            throw new IllegalStateException("no group is open");
        }
        int at = groups[--depth];
        putAvpLength(at, buffer.length() - at);
        return this;
    }

    /** Copies an AVP as it is, flags included; an absent one is nothing. */
    public MessageWriter copy(Avp avp) {
        return avp.isPresent() ? raw(avp.buffer(), avp.offset(), avp.length()) : this;
    }

    /** Copies all AVPs of that definition in their order, as Proxy-Info must be (RFC 6733 6.2). */
    public MessageWriter copyAll(AvpContainer source, AvpDefinition avp) {
        for (var found = source.find(avp); found.isPresent(); found = source.next(found)) {
            copy(found);
        }
        return this;
    }

    /** Appends AVPs that are already encoded, padding the last one if it is not. */
    public MessageWriter raw(byte[] source, int offset, int length) {
        int at = reservePadded(length);
        System.arraycopy(source, offset, buffer.array(), at, length);
        return this;
    }

    /** Completes the message and returns its length in octets. */
    public int finish() {
        if (start == NO_MESSAGE || depth != 0) {
            throw new IllegalStateException(depth != 0 ? "a group is still open" : "no message is started");
        }
        int length = buffer.length() - start;
        if (length > Header.MAX_MESSAGE_LENGTH) {
            throw new IllegalStateException("a message has at most 24 bits of length");
        }
        Wire.putUint8And24(buffer.array(), start, Header.VERSION, length);
        return length;
    }

    /** Takes back everything written since the message was started. */
    public void abandon() {
        if (start != NO_MESSAGE) {
            buffer.truncate(start);
            start = NO_MESSAGE;
            depth = 0;
        }
    }

    private MessageWriter addWord(AvpDefinition avp, int value) {
        // Writing the header may replace the array.
        int at = header(avp, Integer.BYTES);
        Wire.putInt32(buffer.array(), at, value);
        return this;
    }

    private MessageWriter addLongWord(AvpDefinition avp, long value) {
        int at = header(avp, Long.BYTES);
        Wire.putInt64(buffer.array(), at, value);
        return this;
    }

    /** Writes an AVP header for a value of that length, reserves the value with its padding, returns where it starts. */
    private int header(AvpDefinition avp, int valueLength) {
        if (start == NO_MESSAGE) {
            throw new IllegalStateException("no message is started");
        }
        int headerLength = avp.headerLength();
        int at = reservePadded(headerLength + valueLength);
        var octets = buffer.array();
        int flags = (avp.vendorId() == 0 ? 0 : Header.AVP_VENDOR)
                | (avp.mandatory().isSetWhenWritten() ? Header.AVP_MANDATORY : 0);
        Wire.putInt32(octets, at, avp.code());
        Wire.putUint8And24(octets, at + Header.AVP_FLAGS_AT, flags, headerLength + valueLength);
        if (avp.vendorId() != 0) {
            Wire.putInt32(octets, at + Header.AVP_VENDOR_AT, avp.vendorId());
        }
        return at + headerLength;
    }

    private void putAvpLength(int at, int length) {
        var octets = buffer.array();
        Wire.putUint8And24(octets, at + Header.AVP_FLAGS_AT, octets[at + Header.AVP_FLAGS_AT] & 0xFF, length);
    }

    /** Reserves octets up to the next multiple of four and zeroes the padding. */
    private int reservePadded(int length) {
        int padded = Wire.padded(length);
        int at = buffer.reserve(padded);
        var octets = buffer.array();
        for (int i = at + length; i < at + padded; i++) {
            octets[i] = 0;
        }
        return at;
    }

    private static void require(AvpDefinition avp, AvpType type, String what) {
        if (avp.type() != type) {
            throw wrongType(avp, what);
        }
    }

    private static IllegalArgumentException wrongType(AvpDefinition avp, String what) {
        return new IllegalArgumentException(avp + " is of type " + avp.type().label() + ", not " + what);
    }
}
