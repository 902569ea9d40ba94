// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/** What the check of an AUTS found (TS 33.102 6.3.5). */
public sealed interface AutsCheck {

    /**
     * MAC-S is right: the USIM said this.
     *
     * @param sqnMs the highest sequence number the USIM has accepted, for {@link SqnPolicy#resynchronised}
     */
    record Genuine(long sqnMs) implements AutsCheck {}

    /** MAC-S is wrong: forged, damaged, or of another RAND. The home's SQN stays as it is. */
    record Forged() implements AutsCheck {}

    /** The AUTS has a length that the subscriber's algorithm does not give. The home's SQN stays as it is. */
    record Malformed() implements AutsCheck {}
}
