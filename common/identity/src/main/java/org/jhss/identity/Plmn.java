// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import java.util.Optional;

/**
 * Public Land Mobile Network identity (TS 23.003 12.1): mobile country code and mobile network code.
 *
 * @param mcc three decimal digits
 * @param mnc two or three decimal digits; "01" and "001" are different networks
 */
public record Plmn(String mcc, String mnc) {

    /** Length in octets of the coding of TS 29.272 7.3.9 and TS 24.301 9.9.3.32. */
    public static final int ENCODED_LENGTH = 3;

    private static final int FILLER = 0xF;

    /**
     * @throws IllegalArgumentException when the lengths or digits are wrong
     */
    public Plmn {
        if (!Digits.areDigits(mcc, 3, 3)) {
            throw new IllegalArgumentException("an MCC has 3 decimal digits");
        }
        if (!Digits.areDigits(mnc, 2, 3)) {
            throw new IllegalArgumentException("an MNC has 2 or 3 decimal digits");
        }
    }

    /** Parses MCC followed by MNC, such as "00101" or "310260"; empty when {@code text} is neither 5 nor 6 digits. */
    public static Optional<Plmn> parse(String text) {
        return Digits.areDigits(text, 5, 6)
                ? Optional.of(new Plmn(text.substring(0, 3), text.substring(3)))
                : Optional.empty();
    }

    /**
     * Decodes three octets: MCC2 MCC1, MNC3 MCC3, MNC2 MNC1, with MNC3 = F for a two-digit MNC.
     *
     * @return empty when fewer than three octets remain or a nibble is not a digit
     */
    public static Optional<Plmn> decode(byte[] buffer, int offset) {
        if (offset < 0 || buffer.length - offset < ENCODED_LENGTH) {
            return Optional.empty();
        }
        int mcc1 = buffer[offset] & 0xF;
        int mcc2 = (buffer[offset] >> 4) & 0xF;
        int mcc3 = buffer[offset + 1] & 0xF;
        int mnc3 = (buffer[offset + 1] >> 4) & 0xF;
        int mnc1 = buffer[offset + 2] & 0xF;
        int mnc2 = (buffer[offset + 2] >> 4) & 0xF;
        if (mcc1 > 9 || mcc2 > 9 || mcc3 > 9 || mnc1 > 9 || mnc2 > 9 || (mnc3 > 9 && mnc3 != FILLER)) {
            return Optional.empty();
        }
        var mcc = new String(new char[] {digit(mcc1), digit(mcc2), digit(mcc3)});
        var mnc = mnc3 == FILLER
                ? new String(new char[] {digit(mnc1), digit(mnc2)})
                : new String(new char[] {digit(mnc1), digit(mnc2), digit(mnc3)});
        return Optional.of(new Plmn(mcc, mnc));
    }

    /** The three octets that {@link #decode} reads. */
    public byte[] encode() {
        int mnc3 = mnc.length() == 3 ? nibble(mnc, 2) : FILLER;
        return new byte[] {
            (byte) (nibble(mcc, 1) << 4 | nibble(mcc, 0)),
            (byte) (mnc3 << 4 | nibble(mcc, 2)),
            (byte) (nibble(mnc, 1) << 4 | nibble(mnc, 0))
        };
    }

    /** MCC and MNC in one string, such as "00101". */
    @Override
    public String toString() {
        return mcc + mnc;
    }

    private static char digit(int nibble) {
        return (char) ('0' + nibble);
    }

    private static int nibble(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
