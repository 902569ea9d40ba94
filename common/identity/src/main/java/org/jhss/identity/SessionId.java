// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import java.util.Optional;

/**
 * A Diameter Session-Id (RFC 6733 8.8), opaque and case-sensitive: whatever its originator made of it is echoed as it is.
 *
 * @param value 1 or more characters
 */
public record SessionId(String value) {

    /**
     * @throws IllegalArgumentException when {@code value} is empty
     */
    public SessionId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a Session-Id is not empty");
        }
    }

    /** The Session-Id {@code text}, or empty when it is an empty string. */
    public static Optional<SessionId> parse(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new SessionId(text));
    }

    /**
     * A Session-Id of the recommended form {@code <host>;<high 32 bits>;<low 32 bits>}.
     *
     * @param high e.g. the seconds of start-up, taken as unsigned
     * @param low a counter, taken as unsigned
     */
    public static SessionId of(PeerHost host, int high, int low) {
        return new SessionId(host.value() + ';' + Integer.toUnsignedString(high) + ';' + Integer.toUnsignedString(low));
    }

    @Override
    public String toString() {
        return value;
    }
}
