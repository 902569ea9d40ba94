// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import java.util.Optional;

/**
 * Telephony binary coded decimal strings (TS 29.002 17.7.8, TBCD-STRING): two digits per octet, the first in the low nibble,
 * {@code 0-9 * # a b c} as nibbles 0 to 14, and nibble 15 as the filler after an odd number of digits.
 */
public final class Tbcd {

    private static final String ALPHABET = "0123456789*#abc";
    private static final int FILLER = 0xF;

    private Tbcd() {}

    /** Length in octets of {@code digits} digits. */
    public static int encodedLength(int digits) {
        return (digits + 1) / 2;
    }

    /**
     * Encodes {@code digits}.
     *
     * @throws IllegalArgumentException for a character outside {@code 0-9 * # a b c} (letters in either case)
     */
    public static byte[] encode(String digits) {
        var octets = new byte[encodedLength(digits.length())];
        encode(digits, octets, 0);
        return octets;
    }

    /**
     * Encodes {@code digits} into {@code target} from {@code offset} on.
     *
     * @return the number of octets written
     * @throws IllegalArgumentException for a character outside {@code 0-9 * # a b c} (letters in either case)
     * @throws IndexOutOfBoundsException when {@code target} is too short
     */
    public static int encode(String digits, byte[] target, int offset) {
        int length = digits.length();
        for (int i = 0; i < length; i += 2) {
            int low = nibble(digits.charAt(i));
            int high = i + 1 < length ? nibble(digits.charAt(i + 1)) : FILLER;
            target[offset + i / 2] = (byte) (high << 4 | low);
        }
        return encodedLength(length);
    }

    /**
     * Decodes {@code length} octets from {@code offset} on. A filler ends the string and may stand only in the last octet's
     * high nibble; an octet of two fillers is accepted at the end, since some peers pad so.
     *
     * @return the digits (letters in lower case); empty when the range lies outside {@code buffer} or a filler stands elsewhere
     */
    public static Optional<String> decode(byte[] buffer, int offset, int length) {
        if (offset < 0 || length < 0 || buffer.length - offset < length) {
            return Optional.empty();
        }
        int end = offset + length;
        while (end > offset && buffer[end - 1] == (byte) 0xFF) {
            end--;
        }
        var digits = new char[2 * (end - offset)];
        int count = 0;
        for (int i = offset; i < end; i++) {
            int low = buffer[i] & 0xF;
            int high = (buffer[i] >> 4) & 0xF;
            if (low == FILLER || (high == FILLER && i != end - 1)) {
                return Optional.empty();
            }
            digits[count++] = ALPHABET.charAt(low);
            if (high != FILLER) {
                digits[count++] = ALPHABET.charAt(high);
            }
        }
        return Optional.of(new String(digits, 0, count));
    }

    private static int nibble(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return switch (c) {
            case '*' -> 10;
            case '#' -> 11;
            case 'a', 'A' -> 12;
            case 'b', 'B' -> 13;
            case 'c', 'C' -> 14;
            default -> throw new IllegalArgumentException("no TBCD digit");
        };
    }
}
