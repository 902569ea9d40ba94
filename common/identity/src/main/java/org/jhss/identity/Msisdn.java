// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import java.util.Optional;

/**
 * Mobile subscriber number (TS 23.003 3.3, ITU-T E.164): 1 to 15 decimal digits, country code first, without "+".
 *
 * @param value the digits
 */
public record Msisdn(String value) implements Comparable<Msisdn> {

    private static final int MIN_LENGTH = 1;
    private static final int MAX_LENGTH = 15;

    /**
     * @throws IllegalArgumentException when {@code value} is not 1 to 15 decimal digits
     */
    public Msisdn {
        if (!Digits.areDigits(value, MIN_LENGTH, MAX_LENGTH)) {
            throw new IllegalArgumentException("an MSISDN has 1 to 15 decimal digits");
        }
    }

    /** The number that {@code text} spells, with or without one leading "+"; empty when it is none. */
    public static Optional<Msisdn> parse(String text) {
        var digits = text.startsWith("+") ? text.substring(1) : text;
        return Digits.areDigits(digits, MIN_LENGTH, MAX_LENGTH) ? Optional.of(new Msisdn(digits)) : Optional.empty();
    }

    /**
     * Decodes the TBCD octets of an MSISDN AVP (TS 29.329 6.3.2), which carry no nature-of-address octet.
     *
     * @return empty when the octets are no TBCD string of 1 to 15 decimal digits
     */
    public static Optional<Msisdn> decode(byte[] buffer, int offset, int length) {
        return Tbcd.decode(buffer, offset, length).flatMap(Msisdn::ofDigits);
    }

    /** The TBCD octets of an MSISDN AVP (TS 29.329 6.3.2). */
    public byte[] encode() {
        return Tbcd.encode(value);
    }

    @Override
    public int compareTo(Msisdn other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<Msisdn> ofDigits(String digits) {
        return Digits.areDigits(digits, MIN_LENGTH, MAX_LENGTH) ? Optional.of(new Msisdn(digits)) : Optional.empty();
    }
}
