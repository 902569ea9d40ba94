// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

/** What can be wrong with an authentication vector, in the order in which it is looked for. */
public enum VectorFault {
    /** An element is missing or of a wrong length. */
    MALFORMED,
    /** MAC-A does not verify under the SQN that AUTN carries. */
    MAC,
    /** The AMF separation bit does not fit the access (TS 33.102 annex H). */
    SEPARATION_BIT,
    /** XRES is not what the card answers. */
    XRES,
    /** KASME is not what the device derives for the visited network. */
    KASME,
    /** CK is not what the card derives. */
    CK,
    /** IK is not what the card derives. */
    IK
}
