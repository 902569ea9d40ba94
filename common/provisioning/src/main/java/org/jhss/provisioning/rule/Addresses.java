// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.Optional;
import java.util.Set;

/** Rules on IP addresses. */
public final class Addresses {

    /** {@code apn.ip_version} and the like: IPv6 only (TS 29.272 7.3.62). */
    private static final int IPV6_ONLY = 1;

    /** An IPv4 or IPv6 address. */
    public static final Rule ADDRESS = Rule.text(
            "address", "an IPv4 or IPv6 address", text -> IpAddress.parse(text).isPresent());

    /** An address or, as PyHSS's users write too, the name of the gateway. */
    public static final Rule ADDRESS_OR_HOST = Rule.text(
            "address_or_host",
            "an IPv4 or IPv6 address, or a host name",
            text -> IpAddress.parse(text).isPresent() || Names.isHost(text));

    /** An address of the family that {@code ip_version} names: 0 IPv4, 1 IPv6, 2 and 3 either or both parted by a comma. */
    public static final Rule BY_IP_VERSION = new Rule(
            "address_family",
            "an address of the family that ip_version names, or one of each parted by a comma for 2 and 3",
            Rule.Severity.ERROR,
            Hint.NONE,
            Set.of("ip_version"),
            (value, others) -> value instanceof String text && fits(text, others.get("ip_version")));

    private Addresses() {}

    private static boolean fits(String text, @org.jspecify.annotations.Nullable Object ipVersion) {
        int version = ipVersion instanceof Number number ? number.intValue() : 0;
        if (version == 0 || version == IPV6_ONLY) {
            return family(text).filter(v6 -> v6 == (version == IPV6_ONLY)).isPresent();
        }
        var parts = text.split(",", -1);
        if (parts.length > 2) {
            return false;
        }
        var first = family(parts[0].strip());
        return first.isPresent()
                && (parts.length == 1
                        || family(parts[1].strip())
                                .filter(v6 -> !v6.equals(first.get()))
                                .isPresent());
    }

    /** Whether it is IPv6; empty when it is no address. A prefix length may follow. */
    private static Optional<Boolean> family(String text) {
        return IpAddress.parsePrefix(text).map(IpAddress::isV6);
    }
}
