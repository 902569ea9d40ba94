// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Dictionary;

/**
 * One AVP, seen in place. It is a small immutable window on the octets of its message and is good as long as these
 * stay unchanged, also when the {@link MessageReader} has gone on to another message. Copy values out to keep them.
 *
 * <p>A Grouped AVP is itself an {@link AvpContainer}; its members are looked up when asked for. An {@link #ABSENT} AVP has
 * no octets, no members, and is the number zero.
 */
public final class Avp implements AvpContainer {

    /** The AVP that is not there. */
    public static final Avp ABSENT = new Avp();

    private final byte[] buffer;
    private final int start;
    private final int valueAt;
    private final int end;

    private Avp() {
        buffer = new byte[0];
        start = 0;
        valueAt = 0;
        end = 0;
    }

    /** The AVP whose header, already checked, is at {@code start}. */
    Avp(byte[] buffer, int start) {
        this.buffer = buffer;
        this.start = start;
        this.valueAt = start + AvpScanner.headerLength(buffer, start);
        this.end = start + AvpScanner.length(buffer, start);
    }

    public boolean isPresent() {
        return end != 0;
    }

    public boolean isAbsent() {
        return end == 0;
    }

    /** The AVP code, unsigned; 0 when absent. */
    public int code() {
        return isAbsent() ? 0 : Wire.int32(buffer, start);
    }

    /** The Vendor-Id; 0 when the V bit is clear. */
    public int vendorId() {
        return hasVendor() ? Wire.int32(buffer, start + Header.AVP_VENDOR_AT) : 0;
    }

    /** The flags octet. */
    public int flags() {
        return isAbsent() ? 0 : buffer[start + Header.AVP_FLAGS_AT] & 0xFF;
    }

    /** Whether the M bit is set. */
    public boolean isMandatory() {
        return (flags() & Header.AVP_MANDATORY) != 0;
    }

    /** Whether the V bit is set. */
    public boolean hasVendor() {
        return (flags() & Header.AVP_VENDOR) != 0;
    }

    /** The definition of this AVP, when a table has it. */
    public Optional<AvpDefinition> definition() {
        return isAbsent() ? Optional.empty() : Dictionary.standard().find(vendorId(), code());
    }

    /** Whether this is the AVP that {@code definition} describes. */
    public boolean is(AvpDefinition definition) {
        return isPresent() && key() == definition.key();
    }

    /** (vendor, code) as {@link AvpDefinition#key()} has it. */
    public long key() {
        return isAbsent() ? 0 : AvpScanner.key(buffer, start);
    }

    /** Octets of the value, without header and padding. */
    public int valueLength() {
        return end - valueAt;
    }

    /** The array that {@link #valueOffset()} points into. Not to be changed. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the value starts in {@link #buffer()}. */
    public int valueOffset() {
        return valueAt;
    }

    /** Where the header starts in {@link #buffer()}. */
    public int offset() {
        return start;
    }

    /** Octets of header and value, without padding. */
    public int length() {
        return end - start;
    }

    /** The octet at {@code index} of the value, 0 to 255. */
    public int octet(int index) {
        if (index < 0 || index >= valueLength()) {
            throw new IndexOutOfBoundsException(index);
        }
        return buffer[valueAt + index] & 0xFF;
    }

    /** A copy of the value. */
    public byte[] octets() {
        return isAbsent() ? new byte[0] : Arrays.copyOfRange(buffer, valueAt, end);
    }

    /** Copies the value into {@code target}, which must have room for {@link #valueLength()} octets. */
    public void copyValue(byte[] target, int offset) {
        System.arraycopy(buffer, valueAt, target, offset, valueLength());
    }

    /** Whether the value is these octets. */
    public boolean valueEquals(byte[] octets) {
        return Arrays.equals(buffer, valueAt, end, octets, 0, octets.length);
    }

    /** An Unsigned32, 0 to 2^32-1. */
    public long unsigned32() {
        return Integer.toUnsignedLong(integer32());
    }

    /** An Integer32, an Enumerated, or the bits of an Unsigned32. */
    public int integer32() {
        if (valueLength() != Integer.BYTES) {
            return isAbsent() ? 0 : malformedLength();
        }
        return Wire.int32(buffer, valueAt);
    }

    /** An Integer64, or the bits of an Unsigned64. */
    public long integer64() {
        if (valueLength() != Long.BYTES) {
            return isAbsent() ? 0 : malformedLength();
        }
        return Wire.int64(buffer, valueAt);
    }

    public float float32() {
        return Float.intBitsToFloat(integer32());
    }

    public double float64() {
        return Double.longBitsToDouble(integer64());
    }

    /** The value as UTF-8 text; octets that are no UTF-8 become the replacement character. */
    public String text() {
        return isAbsent() ? "" : new String(buffer, valueAt, valueLength(), StandardCharsets.UTF_8);
    }

    /** An Address of family IPv4 or IPv6; empty when absent, of another family, or of a wrong length. */
    public Optional<InetAddress> address() {
        return Addresses.read(buffer, valueAt, valueLength());
    }

    /** A Time; empty when absent. */
    public Optional<Instant> time() {
        return isAbsent() ? Optional.empty() : Optional.of(Times.fromWire(integer32()));
    }

    /** The value as an Enumerated. */
    public int enumerated() {
        return integer32();
    }

    @Override
    public Avp find(AvpDefinition definition) {
        return search(valueAt, definition.key());
    }

    @Override
    public Avp next(Avp avp) {
        return avp.start >= valueAt && avp.start < end
                ? search(AvpScanner.after(buffer, avp.start, end), avp.key())
                : ABSENT;
    }

    @Override
    public Iterator<Avp> iterator() {
        return new RegionIterator(buffer, valueAt, end);
    }

    private Avp search(int from, long key) {
        int at = from;
        while (at < end) {
            var fault = AvpScanner.check(buffer, at, end);
            if (fault != null) {
                throw new MalformedValueException(fault, FailedAvp.forLength(buffer, at, end));
            }
            if (AvpScanner.key(buffer, at) == key) {
                return new Avp(buffer, at);
            }
            at = AvpScanner.after(buffer, at, end);
        }
        return ABSENT;
    }

    private int malformedLength() {
        throw new MalformedValueException(Fault.AVP_VALUE_LENGTH, FailedAvp.forLength(buffer, start, buffer.length));
    }

    /** Name and length, never the value, which may be secret. */
    @Override
    public String toString() {
        return isAbsent()
                ? "absent AVP"
                : definition().map(AvpDefinition::name).orElse("AVP " + Integer.toUnsignedString(code())) + " ("
                        + valueLength() + " octets)";
    }
}
