// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** The Address type (RFC 6733 4.3.1): an IANA address family of two octets, then the address. */
final class Addresses {

    static final int FAMILY_LENGTH = 2;
    static final int IPV4_LENGTH = 4;
    static final int IPV6_LENGTH = 16;

    /** IANA address family numbers. */
    private static final int IPV4 = 1;

    private static final int IPV6 = 2;

    private Addresses() {}

    static Optional<InetAddress> read(byte[] buffer, int at, int length) {
        if (!isValid(buffer, at, length)) {
            return Optional.empty();
        }
        int family = Wire.uint16(buffer, at);
        if (family != IPV4 && family != IPV6) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByAddress(Arrays.copyOfRange(buffer, at + FAMILY_LENGTH, at + length)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of 4 or 16 octets is always one", e);
        }
    }

    /** Whether the octets are a family and an address of its length; other families than IP are not looked into. */
    static boolean isValid(byte[] buffer, int at, int length) {
        if (length < FAMILY_LENGTH) {
            return false;
        }
        return switch (Wire.uint16(buffer, at)) {
            case IPV4 -> length == FAMILY_LENGTH + IPV4_LENGTH;
            case IPV6 -> length == FAMILY_LENGTH + IPV6_LENGTH;
            // 0 and 65535 are reserved.
            case 0, 0xFFFF -> false;
            default -> true;
        };
    }

    static int family(byte[] address) {
        return address.length == IPV4_LENGTH ? IPV4 : IPV6;
    }
}
