// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import java.util.Optional;

/**
 * Access Point Name, network identifier part (TS 23.003 9.1.1), or the wildcard "*" of TS 23.003 9.2.1. Compares without regard
 * to ASCII case and keeps the spelling.
 */
public final class Apn implements Comparable<Apn> {

    /** The wildcard APN: any APN the subscriber asks for (TS 23.003 9.2.1). */
    public static final Apn WILDCARD = new Apn("*");

    /** TS 23.003 9.1: at most 100 octets once coded, and the coding is one octet longer than the dotted text. */
    private static final int MAX_LENGTH = 99;

    private final String value;
    private final int hash;

    /**
     * @throws IllegalArgumentException when {@code value} is neither "*" nor labels of letters, digits, hyphens or underscores
     *     parted by dots, or is longer than 99 characters
     */
    public Apn(String value) {
        if (!isApn(value)) {
            throw new IllegalArgumentException("an APN is labels parted by dots, at most 99 characters, or \"*\"");
        }
        this.value = value;
        this.hash = DomainNames.hash(value);
    }

    /** The APN that {@code text} names, or empty when it is none. */
    public static Optional<Apn> parse(String text) {
        return isApn(text) ? Optional.of(new Apn(text)) : Optional.empty();
    }

    /** The name as it was spelt. */
    public String value() {
        return value;
    }

    /** Whether this is the wildcard. */
    public boolean isWildcard() {
        return equals(WILDCARD);
    }

    /** Whether a subscription to this APN covers a request for {@code requested}: the same APN, or this is the wildcard. */
    public boolean covers(Apn requested) {
        return isWildcard() || equals(requested);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Apn that && hash == that.hash && value.equalsIgnoreCase(that.value));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(Apn other) {
        return value.compareToIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isApn(String text) {
        return "*".equals(text) || DomainNames.isName(text, MAX_LENGTH);
    }
}
