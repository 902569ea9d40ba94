// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import java.util.Optional;

/**
 * The DiameterIdentity of a node (RFC 6733 4.3.1), as in Origin-Host and Destination-Host. Compares without regard to ASCII
 * case and keeps the spelling, since it is echoed to peers that may compare octet by octet. A single label such as "hss01" is
 * accepted though RFC 6733 asks for a fully qualified name.
 */
public final class PeerHost implements Comparable<PeerHost> {

    private static final int MAX_LENGTH = 255;

    private final String value;
    private final int hash;

    /**
     * @throws IllegalArgumentException when {@code value} is not labels of letters, digits, hyphens or underscores parted by dots
     */
    public PeerHost(String value) {
        if (!DomainNames.isName(value, MAX_LENGTH)) {
            throw new IllegalArgumentException("a Diameter host is a domain name of at most 255 characters");
        }
        this.value = value;
        this.hash = DomainNames.hash(value);
    }

    /** The host that {@code text} names, or empty when it is none. */
    public static Optional<PeerHost> parse(String text) {
        return DomainNames.isName(text, MAX_LENGTH) ? Optional.of(new PeerHost(text)) : Optional.empty();
    }

    /** The name as it was spelt, for copying into messages. */
    public String value() {
        return value;
    }

    /** The name in lower case, for use as a key outside this process. */
    public String canonical() {
        return DomainNames.lower(value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof PeerHost that && hash == that.hash && value.equalsIgnoreCase(that.value));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(PeerHost other) {
        return value.compareToIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
