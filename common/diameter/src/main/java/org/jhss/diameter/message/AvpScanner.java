// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import org.jhss.diameter.dictionary.AvpDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The framing of AVPs (RFC 6733 4.1), one step at a time over a region of octets, without making objects. For code that
 * walks whole messages; all other code finds AVPs by name in an {@link AvpContainer}.
 */
public final class AvpScanner {

    private AvpScanner() {}

    /** What is wrong with the AVP header at {@code at} in a region that ends at {@code limit}; null when nothing is. */
    public static @Nullable Fault check(byte[] buffer, int at, int limit) {
        int room = limit - at;
        if (room < Header.AVP_LENGTH) {
            return Fault.AVP_HEADER_TRUNCATED;
        }
        int length = length(buffer, at);
        if (length < headerLength(buffer, at)) {
            return Fault.AVP_LENGTH_TOO_SMALL;
        }
        return length > room ? Fault.AVP_LENGTH_TOO_LARGE : null;
    }

    /** Where the AVP after the checked one at {@code at} starts; the padding of the last AVP of a group may be missing. */
    public static int after(byte[] buffer, int at, int limit) {
        return Math.min(at + Wire.padded(length(buffer, at)), limit);
    }

    /** Octets of header and value of the AVP at {@code at}. */
    public static int length(byte[] buffer, int at) {
        return Wire.uint24(buffer, at + Header.AVP_LENGTH_AT);
    }

    /** Octets of the header of the AVP at {@code at}. */
    public static int headerLength(byte[] buffer, int at) {
        return hasVendor(buffer, at) ? Header.AVP_LENGTH_WITH_VENDOR : Header.AVP_LENGTH;
    }

    /** The flags octet of the AVP at {@code at}. */
    public static int flags(byte[] buffer, int at) {
        return buffer[at + Header.AVP_FLAGS_AT] & 0xFF;
    }

    /** Vendor and code of the AVP at {@code at} as {@link AvpDefinition#key()} has them. */
    public static long key(byte[] buffer, int at) {
        int vendor = hasVendor(buffer, at) ? Wire.int32(buffer, at + Header.AVP_VENDOR_AT) : 0;
        return AvpDefinition.key(vendor, Wire.int32(buffer, at));
    }

    static boolean hasVendor(byte[] buffer, int at) {
        return (buffer[at + Header.AVP_FLAGS_AT] & Header.AVP_VENDOR) != 0;
    }
}
