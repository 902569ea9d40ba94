// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * What subscriber and home share for one algorithm set: K, the operator's part, and the algorithm's parameters. Immutable;
 * arrays given to it are copied. It compares by identity, prints no secret, and lets none out of this package.
 */
public sealed interface AkaKey permits MilenageKey, TuakKey, XorKey {

    /** Length of K in octets when it has 128 bits. */
    int K128_LENGTH = 16;

    /** Length in octets of RES that f2 yields. */
    int resLength();

    /** Length in octets of MAC-A and MAC-S that f1 and f1* yield; 8 in every vector of today's interfaces. */
    int macLength();

    /** Length in octets of the cipher key that f3 yields. */
    int ckLength();

    /** Length in octets of the integrity key that f4 yields. */
    int ikLength();

    /**
     * Whether the lengths are those of an authentication vector of TS 33.102 6.3.7: RES of 4 to 16 octets, MAC of 8, CK and IK of 16.
     * Only such keys can serve S6a, Cx and GSUP; whoever stores a key refuses others.
     */
    default boolean fitsVectors() {
        return resLength() >= 4 && resLength() <= 16 && macLength() == 8 && ckLength() == 16 && ikLength() == 16;
    }
}
