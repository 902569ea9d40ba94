// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.Optional;

/**
 * An IP address as text, told apart without the resolver, which {@link java.net.InetAddress} might ask.
 *
 * @param isV6 whether it is an IPv6 address
 */
record IpAddress(boolean isV6) {

    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;
    private static final int V6_GROUPS = 8;
    private static final int GROUP_DIGITS = 4;

    /** The address that {@code text} spells (RFC 4291 2.2), without prefix length or zone. */
    static Optional<IpAddress> parse(String text) {
        if (isV4(text)) {
            return Optional.of(new IpAddress(false));
        }
        return isV6(text) ? Optional.of(new IpAddress(true)) : Optional.empty();
    }

    /** As {@link #parse}, where a prefix length may follow after a slash. */
    static Optional<IpAddress> parsePrefix(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return parse(text);
        }
        var length = text.substring(slash + 1);
        return parse(text.substring(0, slash))
                .filter(address -> !length.isEmpty()
                        && length.length() <= 3
                        && Texts.isDigits(length)
                        && Integer.parseInt(length) <= (address.isV6() ? V6_BITS : V4_BITS));
    }

    private static boolean isV4(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (var part : parts) {
            if (part.isEmpty() || part.length() > 3 || !Texts.isDigits(part) || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == V6_GROUPS;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        var head = text.substring(0, gap);
        var tail = text.substring(gap + 2);
        int before = head.isEmpty() ? 0 : groups(head, false);
        int after = tail.isEmpty() ? 0 : groups(tail, true);
        return before >= 0 && after >= 0 && before + after < V6_GROUPS;
    }

    /** How many groups of 16 bits; -1 when they are none. The last may be an IPv4 address. */
    private static int groups(String text, boolean mayEndInV4) {
        var parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (mayEndInV4 && i == parts.length - 1 && isV4(parts[i])) {
                return parts.length + 1;
            }
            if (parts[i].isEmpty()
                    || parts[i].length() > GROUP_DIGITS
                    || !parts[i].chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return -1;
            }
        }
        return parts.length;
    }
}
