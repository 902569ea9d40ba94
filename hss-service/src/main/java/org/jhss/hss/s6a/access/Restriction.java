// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.access;

/** The bits of Access-Restriction-Data (TS 29.272 table 7.3.31/1). */
public enum Restriction {
    UTRAN(0),
    GERAN(1),
    GAN(2),
    I_HSPA_EVOLUTION(3),
    WB_E_UTRAN(4),
    HANDOVER_TO_NON_3GPP(5),
    NB_IOT(6),
    ENHANCED_COVERAGE(7),
    NR_AS_SECONDARY_RAT(8),
    UNLICENSED_SPECTRUM_AS_SECONDARY_RAT(9),
    NR_IN_5GS(10),
    LTE_M(11),
    WB_E_UTRAN_EXCEPT_LTE_M(12),
    WB_E_UTRAN_LEO(13),
    WB_E_UTRAN_MEO(14),
    WB_E_UTRAN_GEO(15),
    WB_E_UTRAN_OTHER_SATELLITE(16),
    NB_IOT_LEO(17),
    NB_IOT_MEO(18),
    NB_IOT_GEO(19),
    NB_IOT_OTHER_SATELLITE(20),
    LTE_M_LEO(21),
    LTE_M_MEO(22),
    LTE_M_GEO(23),
    LTE_M_OTHER_SATELLITE(24);

    /** All bits that are defined; the HSS clears the others. */
    static final long DEFINED = mask(values());

    private final int bit;

    Restriction(int bit) {
        this.bit = bit;
    }

    /** The bit's mask. */
    public long mask() {
        return 1L << bit;
    }

    static long mask(Restriction... restrictions) {
        long mask = 0;
        for (var restriction : restrictions) {
            mask |= restriction.mask();
        }
        return mask;
    }
}
