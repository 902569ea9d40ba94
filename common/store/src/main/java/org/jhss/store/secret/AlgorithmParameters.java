// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Per-subscriber parameters of an algorithm; empty ones mean the specification's own.
 *
 * @param milenageConstants c1 to c5 of TS 35.206 4.1, 5 times 16 octets in hexadecimal
 * @param milenageRotations r1 to r5, 5 octets in hexadecimal, each 0 to 127
 * @param keccakIterations TUAK's number of Keccak permutations (TS 35.231)
 * @param macLength octets of MAC: 8, 16 or 32
 * @param resLength octets of RES: 4 to 32
 * @param ckLength octets of CK: 16 or 32
 * @param ikLength octets of IK: 16 or 32
 */
public record AlgorithmParameters(
        Optional<String> milenageConstants,
        Optional<String> milenageRotations,
        OptionalInt keccakIterations,
        OptionalInt macLength,
        OptionalInt resLength,
        OptionalInt ckLength,
        OptionalInt ikLength) {

    /** The specifications' own values throughout. */
    public static final AlgorithmParameters STANDARD = new AlgorithmParameters(
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
}
