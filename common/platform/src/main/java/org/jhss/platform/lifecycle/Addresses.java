// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** Writes addresses for people. */
final class Addresses {

    private Addresses() {}

    /** Address and port, IPv6 in brackets. */
    static String text(InetSocketAddress address) {
        return (address.getAddress() instanceof Inet6Address ? "[" + host(address) + "]" : host(address)) + ":"
                + address.getPort();
    }

    /** The numeric address, the name when it was not resolved. */
    static String host(InetSocketAddress address) {
        var ip = address.getAddress();
        return ip == null ? address.getHostString() : ip.getHostAddress();
    }
}
