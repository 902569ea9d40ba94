// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** An IP address, or a block of them in CIDR notation (RFC 4632, RFC 4291 2.3). Immutable. */
public final class AddressRange {

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** The addresses that {@code text} means, such as {@code 192.0.2.0/24} or {@code 2001:db8::1}; empty when it is none. Asks no name server. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        byte[] network;
        try {
            network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        int bits = network.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : number(text.substring(slash + 1), bits);
        return prefix < 0 ? Optional.empty() : Optional.of(new AddressRange(network, prefix));
    }

    /** The number, from 0 to {@code most}; -1 when it is none. */
    private static int number(String digits, int most) {
        try {
            int value = Integer.parseInt(digits);
            return value >= 0 && value <= most && digits.charAt(0) != '+' ? value : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /** Whether {@code address} is one of them. */
    public boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        int whole = prefix / Byte.SIZE;
        int rest = prefix % Byte.SIZE;
        return octets.length == network.length
                && Arrays.equals(octets, 0, whole, network, 0, whole)
                && (rest == 0 || (octets[whole] ^ network[whole]) >> (Byte.SIZE - rest) == 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange that && prefix == that.prefix && Arrays.equals(network, that.network);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + prefix;
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/" + prefix;
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("an address of " + network.length + " octets", e);
        }
    }
}
