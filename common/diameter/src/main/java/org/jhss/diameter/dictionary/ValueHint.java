// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.Locale;

/** How people read the octets of an OctetString, which its type does not tell. */
public enum ValueHint {
    /** As hexadecimal digits. */
    NONE,
    /** Digits, two in an octet, low nibble first (TS 29.002, TBCD-STRING). */
    TBCD,
    /** A network identity (TS 29.272 7.3.9). */
    PLMN,
    /** Text. */
    TEXT,
    /** An IPv4 address without address family (RFC 7155 4.4.10.5.1). */
    IPV4;

    static ValueHint ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
