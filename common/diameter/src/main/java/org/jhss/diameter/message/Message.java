// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jhss.diameter.dictionary.AvpDefinition;

/**
 * A message, seen in place in a byte array. Only the framing of the top-level AVPs is known; values and groups are looked
 * at when asked for.
 *
 * <p>A message belongs to the {@link MessageReader} that made it and is good until this reads again: use it on one
 * thread, and do not keep it. The {@link Avp}s found in it live as long as the octets do. A message of
 * {@link #parse(byte[], int, int)} has a reader of its own and so may be kept.
 */
public final class Message implements AvpContainer, ParseResult {

    private static final int USUAL_AVP_COUNT = 32;

    private byte[] buffer = new byte[Header.LENGTH];
    private int offset;
    private int length;
    private int count;
    private int[] starts = new int[USUAL_AVP_COUNT];
    private long[] keys = new long[USUAL_AVP_COUNT];

    Message() {}

    /** Reads with the default limits and a reader of its own; for the hot path keep a {@link MessageReader}. */
    public static ParseResult parse(byte[] buffer, int offset, int length) {
        return new MessageReader(Limits.DEFAULT).read(buffer, offset, length);
    }

    /** Reads a whole array with the default limits. */
    public static ParseResult parse(byte[] octets) {
        return parse(octets, 0, octets.length);
    }

    void reset(byte[] newBuffer, int newOffset, int newLength) {
        buffer = newBuffer;
        offset = newOffset;
        length = newLength;
        count = 0;
    }

    void index(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            keys = Arrays.copyOf(keys, count * 2);
        }
        starts[count] = start;
        keys[count++] = AvpScanner.key(buffer, start);
    }

    /** The array that holds the message. Not to be changed. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the message starts in {@link #buffer()}. */
    public int offset() {
        return offset;
    }

    /** Octets of the message, header included. */
    public int length() {
        return length;
    }

    public int version() {
        return Header.version(buffer, offset);
    }

    /** The octet of command flags. */
    public int flags() {
        return buffer[offset + Header.FLAGS_AT] & 0xFF;
    }

    /** R bit. */
    public boolean isRequest() {
        return (flags() & Header.REQUEST) != 0;
    }

    /** P bit. */
    public boolean isProxiable() {
        return (flags() & Header.PROXIABLE) != 0;
    }

    /** E bit. */
    public boolean isError() {
        return (flags() & Header.ERROR) != 0;
    }

    /** T bit. */
    public boolean isRetransmitted() {
        return (flags() & Header.RETRANSMITTED) != 0;
    }

    /** The command code, 24 bits. */
    public int commandCode() {
        return Header.commandCode(buffer, offset);
    }

    /** The Application-Id, unsigned. */
    public int applicationId() {
        return Header.applicationId(buffer, offset);
    }

    public int hopByHop() {
        return Header.hopByHop(buffer, offset);
    }

    public int endToEnd() {
        return Header.endToEnd(buffer, offset);
    }

    /** How many AVPs there are at the top level. */
    public int avpCount() {
        return count;
    }

    /** The AVP at {@code index}, 0 to {@link #avpCount()}-1, in the order of the wire. */
    public Avp avpAt(int index) {
        return new Avp(buffer, starts[checked(index)]);
    }

    /** Vendor and code of the AVP at {@code index} as {@link AvpDefinition#key()} has them, without making an Avp. */
    public long keyAt(int index) {
        return keys[checked(index)];
    }

    @Override
    public Avp find(AvpDefinition definition) {
        return search(0, definition.key());
    }

    @Override
    public boolean has(AvpDefinition definition) {
        long key = definition.key();
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Avp next(Avp avp) {
        int index = Arrays.binarySearch(starts, 0, count, avp.offset());
        return index < 0 ? Avp.ABSENT : search(index + 1, keys[index]);
    }

    /** All top-level AVPs in the order of the wire. */
    @Override
    public Iterator<Avp> iterator() {
        return new Iterator<>() {
            private int index;

            @Override
            public boolean hasNext() {
                return index < count;
            }

            @Override
            public Avp next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return avpAt(index++);
            }
        };
    }

    /** A copy of the octets of the whole message. */
    public byte[] toOctets() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    private Avp search(int from, long key) {
        for (int i = from; i < count; i++) {
            if (keys[i] == key) {
                return new Avp(buffer, starts[i]);
            }
        }
        return Avp.ABSENT;
    }

    private int checked(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }

    /** Command, application and identifiers; no AVPs, which may be secret. */
    @Override
    public String toString() {
        return (isRequest() ? "request " : "answer ") + commandCode() + " of application "
                + Integer.toUnsignedString(applicationId()) + ", hop-by-hop " + Integer.toHexString(hopByHop())
                + ", end-to-end " + Integer.toHexString(endToEnd());
    }
}
