// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.net.InetAddress;
import java.util.Optional;

/** IP addresses as they are provisioned. */
final class Addresses {

    private Addresses() {}

    /** The address that {@code text} spells, without a prefix length that may follow; empty when it is none. No name is resolved. */
    static Optional<InetAddress> parse(String text) {
        int slash = text.indexOf('/');
        var literal = (slash < 0 ? text : text.substring(0, slash)).strip();
        try {
            return literal.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
