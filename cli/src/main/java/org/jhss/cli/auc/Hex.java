// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.auc;

import java.util.HexFormat;

/** Hexadecimal text that may be a secret: complaints do not repeat it. */
final class Hex {

    private Hex() {}

    /**
     * The octets.
     *
     * @throws IllegalArgumentException naming {@code what}, never the text
     */
    static byte[] parse(String what, String text) {
        var digits = text.strip();
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(what + " is not hexadecimal, two digits for each octet");
        }
    }

    static String format(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}
