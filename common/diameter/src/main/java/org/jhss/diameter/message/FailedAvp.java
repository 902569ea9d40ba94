// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Arrays;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Dictionary;

/** Makes the AVPs that go into Failed-AVP (RFC 6733 7.5), padded to four octets. */
public final class FailedAvp {

    private static final byte[] NONE = new byte[0];

    private FailedAvp() {}

    /** No AVP, for errors that none is to blame for. */
    public static byte[] none() {
        return NONE;
    }

    /** The AVP at {@code at} as it came, for values and multiplicities that are wrong. Its framing must be sound. */
    public static byte[] copy(byte[] buffer, int at) {
        int length = AvpScanner.length(buffer, at);
        return Arrays.copyOf(Arrays.copyOfRange(buffer, at, at + length), Wire.padded(length));
    }

    /** An example of a missing AVP: its header and a zero filled value of the least length of its type. */
    public static byte[] example(AvpDefinition definition) {
        var header = new byte[definition.headerLength()];
        int flags = (definition.vendorId() == 0 ? 0 : Header.AVP_VENDOR)
                | (definition.mandatory().isSetWhenWritten() ? Header.AVP_MANDATORY : 0);
        Wire.putInt32(header, 0, definition.code());
        header[Header.AVP_FLAGS_AT] = (byte) flags;
        if (definition.vendorId() != 0) {
            Wire.putInt32(header, Header.AVP_VENDOR_AT, definition.vendorId());
        }
        return withZeroValue(header, definition.type().minLength());
    }

    /**
     * The AVP of bad length at {@code at}: its header, zero filled where the region's end cuts it off, and a zero filled
     * value of the least length that its type has.
     */
    public static byte[] forLength(byte[] buffer, int at, int limit) {
        int room = limit - at;
        boolean vendor = room > Header.AVP_FLAGS_AT && AvpScanner.hasVendor(buffer, at);
        var header = new byte[vendor ? Header.AVP_LENGTH_WITH_VENDOR : Header.AVP_LENGTH];
        System.arraycopy(buffer, at, header, 0, Math.min(room, header.length));
        int vendorId = vendor ? Wire.int32(header, Header.AVP_VENDOR_AT) : 0;
        int valueLength = Dictionary.standard()
                .find(vendorId, Wire.int32(header, 0))
                .map(definition -> definition.type().minLength())
                .orElse(0);
        return withZeroValue(header, valueLength);
    }

    /** The group whose header is at {@code at}, holding nothing but {@code member}: where the fault is in the hierarchy. */
    public static byte[] inGroup(byte[] buffer, int at, byte[] member) {
        int headerLength = AvpScanner.headerLength(buffer, at);
        var group = new byte[headerLength + member.length];
        System.arraycopy(buffer, at, group, 0, headerLength);
        System.arraycopy(member, 0, group, headerLength, member.length);
        putLength(group, group.length);
        return group;
    }

    private static byte[] withZeroValue(byte[] header, int valueLength) {
        int length = header.length + valueLength;
        var avp = Arrays.copyOf(header, Wire.padded(length));
        putLength(avp, length);
        return avp;
    }

    private static void putLength(byte[] avp, int length) {
        Wire.putUint8And24(avp, Header.AVP_FLAGS_AT, avp[Header.AVP_FLAGS_AT] & 0xFF, length);
    }
}
