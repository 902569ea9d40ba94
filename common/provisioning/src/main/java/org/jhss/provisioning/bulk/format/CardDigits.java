// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

/**
 * Numbers in the order of half-octets in which cards store them. EF_IMSI (TS 31.102 4.2.2) begins with the length and a half-octet
 * for the parity, EF_ICCID (TS 102 221 13.2) with the first digits swapped; both are filled up with F.
 */
public final class CardDigits {

    /** How a file writes IMSI and ICCID. */
    public enum Order {
        /** As each value looks. */
        DETECT,
        /** As they are read. */
        PLAIN,
        /** As cards store them. */
        SWAPPED
    }

    private static final int LONGEST_IMSI = 15;
    /** Length octet and eight octets, as hexadecimal digits. */
    private static final int EF_IMSI_DIGITS = 18;

    private static final int LENGTH_DIGITS = 2;
    private static final int ICCID_DIGITS_LEAST = 18;
    /** Telecommunication purposes (ITU-T E.118 4.1.1): every ICCID begins with it. */
    private static final String ICCID_START = "89";

    private static final String SWAPPED_ICCID_START = "98";

    private CardDigits() {}

    /** The IMSI that {@code text} spells, or {@code text} itself if it is not coded. */
    public static String imsi(String text, Order order) {
        if (order == Order.PLAIN || text.length() % 2 != 0 || text.length() <= LONGEST_IMSI) {
            return text;
        }
        var coded = text.length() == EF_IMSI_DIGITS ? text.substring(LENGTH_DIGITS) : text;
        var digits = unfilled(swapped(coded));
        char parity = digits.isEmpty() ? '?' : digits.charAt(0);
        // TS 24.008 10.5.1.4: type 1 is an IMSI, the fourth bit says whether the number of digits is odd.
        return parity == '9' || parity == '1' ? digits.substring(1) : text;
    }

    /** The ICCID that {@code text} spells, without filler. */
    public static String iccid(String text, Order order) {
        boolean swap = order == Order.SWAPPED
                || (order == Order.DETECT
                        && text.length() >= ICCID_DIGITS_LEAST
                        && text.length() % 2 == 0
                        && text.startsWith(SWAPPED_ICCID_START)
                        && swapped(text).startsWith(ICCID_START));
        return unfilled(swap ? swapped(text) : text);
    }

    private static String unfilled(String digits) {
        int end = digits.length();
        while (end > 0 && (digits.charAt(end - 1) == 'F' || digits.charAt(end - 1) == 'f')) {
            end--;
        }
        return digits.substring(0, end);
    }

    private static String swapped(String digits) {
        var swapped = new char[digits.length()];
        for (int i = 0; i + 1 < swapped.length; i += 2) {
            swapped[i] = digits.charAt(i + 1);
            swapped[i + 1] = digits.charAt(i);
        }
        if (swapped.length % 2 != 0) {
            swapped[swapped.length - 1] = digits.charAt(swapped.length - 1);
        }
        return new String(swapped);
    }
}
