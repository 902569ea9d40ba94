// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.time.Instant;

/** The Time type (RFC 6733 4.3.1): seconds since 1900, wrapping in 2036 (RFC 4330 3: a clear top bit means after that). */
final class Times {

    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final long ERA = 1L << 32;

    private Times() {}

    static Instant fromWire(int wire) {
        long seconds = Integer.toUnsignedLong(wire);
        return Instant.ofEpochSecond((wire < 0 ? seconds : seconds + ERA) - SECONDS_1900_TO_1970);
    }

    /**
     * @throws IllegalArgumentException when the time is before 1968-01-20 or after 2104-02-26
     */
    static int toWire(Instant time) {
        long seconds = time.getEpochSecond() + SECONDS_1900_TO_1970;
        if (seconds < ERA / 2 || seconds >= ERA + ERA / 2) {
            throw new IllegalArgumentException("a Diameter Time lies between 1968 and 2104");
        }
        return (int) seconds;
    }
}
