// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/** Where RANDs come from. Must be unpredictable in operation; tests give fixed ones. */
@FunctionalInterface
public interface RandomSource {

    /** Fills {@code target} with random octets. */
    void nextBytes(byte[] target);
}
