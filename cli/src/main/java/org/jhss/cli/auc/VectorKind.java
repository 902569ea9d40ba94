// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.auc;

/** What a vector is for. */
enum VectorKind {
    /** E-UTRAN: RAND, XRES, AUTN, KASME. */
    EPS,
    /** UTRAN and IMS: RAND, XRES, AUTN, CK, IK. */
    UMTS,
    /** GERAN: RAND, SRES, Kc. */
    GSM
}
