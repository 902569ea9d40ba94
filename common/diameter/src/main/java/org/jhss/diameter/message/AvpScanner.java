// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;

/** The framing of AVPs (RFC 6733 4.1), one step at a time over a region of octets. */
final class AvpScanner {

    private AvpScanner() {}

    /** What is wrong with the AVP header at {@code at} in a region that ends at {@code limit}; null when nothing is. */
    static @Nullable Fault check(byte[] buffer, int at, int limit) {
        int room = limit - at;
        if (room < Header.AVP_LENGTH) {
            return Fault.AVP_HEADER_TRUNCATED;
        }
        int headerLength = headerLength(buffer, at);
        int length = length(buffer, at);
        if (length < headerLength) {
            return Fault.AVP_LENGTH_TOO_SMALL;
        }
        return length > room ? Fault.AVP_LENGTH_TOO_LARGE : null;
    }

    /** Where the AVP after the checked one at {@code at} starts; the padding of the last AVP of a group may be missing. */
    static int after(byte[] buffer, int at, int limit) {
        return Math.min(at + Wire.padded(length(buffer, at)), limit);
    }

    static int length(byte[] buffer, int at) {
        return Wire.uint24(buffer, at + Header.AVP_LENGTH_AT);
    }

    static int headerLength(byte[] buffer, int at) {
        return hasVendor(buffer, at) ? Header.AVP_LENGTH_WITH_VENDOR : Header.AVP_LENGTH;
    }

    static long key(byte[] buffer, int at) {
        int vendor = hasVendor(buffer, at) ? Wire.int32(buffer, at + Header.AVP_VENDOR_AT) : 0;
        return AvpDefinition.key(vendor, Wire.int32(buffer, at));
    }

    /**
     * The AVP of bad length at {@code at} as Failed-AVP reports it: its header, zero filled where cut off, and a zero
     * filled value of the least length that its type has (RFC 6733 7.5).
     */
    static byte[] failedForLength(byte[] buffer, int at, int limit) {
        int room = limit - at;
        boolean vendor = room > Header.AVP_FLAGS_AT && hasVendor(buffer, at);
        int headerLength = vendor ? Header.AVP_LENGTH_WITH_VENDOR : Header.AVP_LENGTH;
        var header = new byte[headerLength];
        System.arraycopy(buffer, at, header, 0, Math.min(room, headerLength));
        int vendorId = vendor ? Wire.int32(header, Header.AVP_VENDOR_AT) : 0;
        int valueLength = Dictionary.standard()
                .find(vendorId, Wire.int32(header, 0))
                .map(definition -> definition.type().minLength())
                .orElse(0);
        var avp = new byte[Wire.padded(headerLength + valueLength)];
        System.arraycopy(header, 0, avp, 0, headerLength);
        Wire.putUint8And24(avp, Header.AVP_FLAGS_AT, header[Header.AVP_FLAGS_AT] & 0xFF, headerLength + valueLength);
        return avp;
    }

    private static boolean hasVendor(byte[] buffer, int at) {
        return (buffer[at + Header.AVP_FLAGS_AT] & Header.AVP_VENDOR) != 0;
    }
}
