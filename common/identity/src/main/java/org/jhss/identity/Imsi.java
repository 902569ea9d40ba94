// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import java.util.Optional;

/**
 * International Mobile Subscriber Identity (TS 23.003 2.2): 6 to 15 decimal digits, MCC first.
 *
 * @param value the digits
 */
public record Imsi(String value) implements Comparable<Imsi> {

    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 15;

    /**
     * @throws IllegalArgumentException when {@code value} is not 6 to 15 decimal digits
     */
    public Imsi {
        if (!Digits.areDigits(value, MIN_LENGTH, MAX_LENGTH)) {
            throw new IllegalArgumentException("an IMSI has 6 to 15 decimal digits");
        }
    }

    /** The IMSI that {@code text} spells, or empty when it is none. */
    public static Optional<Imsi> parse(String text) {
        return Digits.areDigits(text, MIN_LENGTH, MAX_LENGTH) ? Optional.of(new Imsi(text)) : Optional.empty();
    }

    /** Whether this subscriber's home network is {@code plmn}, judged by the leading digits. */
    public boolean isHomedIn(Plmn plmn) {
        return value.startsWith(plmn.mcc()) && value.startsWith(plmn.mnc(), 3);
    }

    @Override
    public int compareTo(Imsi other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
