// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

/** The kinds of PDN connection of an APN. */
enum PdnType {
    IPV4(0),
    IPV6(1),
    IPV4V6(2),
    IPV4_OR_IPV6(3),
    /** PDN-Type has no value for it: Non-IP-PDN-Type-Indicator says it, and PDN-Type, which the grammar requires, means nothing. */
    NON_IP(0);

    /** How PyHSS stores {@link #NON_IP} in {@code apn.ip_version}; the others are stored as on the wire. */
    private static final int STORED_NON_IP = 4;

    private final int wireValue;

    PdnType(int wireValue) {
        this.wireValue = wireValue;
    }

    /** The kind that {@code stored} means; {@link #IPV4} for a number that means none. */
    static PdnType of(int stored) {
        return switch (stored) {
            case 1 -> IPV6;
            case 2 -> IPV4V6;
            case 3 -> IPV4_OR_IPV6;
            case STORED_NON_IP -> NON_IP;
            default -> IPV4;
        };
    }

    /** PDN-Type (TS 29.272 7.3.62). */
    int wireValue() {
        return wireValue;
    }
}
