// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * The functions f1 to f5* of TS 33.102 6.3 for the key and RAND that {@link AkaEngine#start} was last given. Sequence numbers and
 * anonymity keys are unsigned 48-bit numbers. Not thread-safe; each array returned is new.
 */
public sealed interface AkaFunctions permits Milenage, Tuak, Xor {

    /** f1: MAC-A over {@code sqn} and {@code amf}. */
    byte[] f1(long sqn, Amf amf);

    /** f1*: MAC-S over {@code sqn} and {@code amf}, which is {@link Amf#RESYNCHRONISATION} in a resynchronisation. */
    byte[] f1Star(long sqn, Amf amf);

    /** f2: RES. */
    byte[] f2();

    /** f3: the cipher key CK. */
    byte[] f3();

    /** f4: the integrity key IK. */
    byte[] f4();

    /** f5: the anonymity key AK. */
    long f5();

    /** f5*: the anonymity key AK of a resynchronisation. */
    long f5Star();
}
