// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.access;

import static org.jhss.hss.s6a.access.Restriction.GAN;
import static org.jhss.hss.s6a.access.Restriction.GERAN;
import static org.jhss.hss.s6a.access.Restriction.I_HSPA_EVOLUTION;
import static org.jhss.hss.s6a.access.Restriction.LTE_M;
import static org.jhss.hss.s6a.access.Restriction.LTE_M_GEO;
import static org.jhss.hss.s6a.access.Restriction.LTE_M_LEO;
import static org.jhss.hss.s6a.access.Restriction.LTE_M_MEO;
import static org.jhss.hss.s6a.access.Restriction.LTE_M_OTHER_SATELLITE;
import static org.jhss.hss.s6a.access.Restriction.NB_IOT;
import static org.jhss.hss.s6a.access.Restriction.NB_IOT_GEO;
import static org.jhss.hss.s6a.access.Restriction.NB_IOT_LEO;
import static org.jhss.hss.s6a.access.Restriction.NB_IOT_MEO;
import static org.jhss.hss.s6a.access.Restriction.NB_IOT_OTHER_SATELLITE;
import static org.jhss.hss.s6a.access.Restriction.NR_IN_5GS;
import static org.jhss.hss.s6a.access.Restriction.UTRAN;
import static org.jhss.hss.s6a.access.Restriction.WB_E_UTRAN;
import static org.jhss.hss.s6a.access.Restriction.WB_E_UTRAN_EXCEPT_LTE_M;
import static org.jhss.hss.s6a.access.Restriction.WB_E_UTRAN_GEO;
import static org.jhss.hss.s6a.access.Restriction.WB_E_UTRAN_LEO;
import static org.jhss.hss.s6a.access.Restriction.WB_E_UTRAN_MEO;
import static org.jhss.hss.s6a.access.Restriction.WB_E_UTRAN_OTHER_SATELLITE;

import java.util.HashMap;
import java.util.Map;

/** Values of RAT-Type (TS 29.212 5.3.31) that Access-Restriction-Data can bar, each with the bits that do. */
enum RadioAccess {
    TYPE_UTRAN(1000, UTRAN),
    TYPE_GERAN(1001, GERAN),
    TYPE_GAN(1002, GAN),
    TYPE_HSPA_EVOLUTION(1003, I_HSPA_EVOLUTION),
    TYPE_EUTRAN(1004, WB_E_UTRAN, WB_E_UTRAN_EXCEPT_LTE_M),
    TYPE_NB_IOT(1005, NB_IOT),
    TYPE_NR(1006, NR_IN_5GS),
    TYPE_LTE_M(1007, WB_E_UTRAN, LTE_M),
    TYPE_EUTRAN_LEO(1011, WB_E_UTRAN, WB_E_UTRAN_EXCEPT_LTE_M, WB_E_UTRAN_LEO),
    TYPE_EUTRAN_MEO(1012, WB_E_UTRAN, WB_E_UTRAN_EXCEPT_LTE_M, WB_E_UTRAN_MEO),
    TYPE_EUTRAN_GEO(1013, WB_E_UTRAN, WB_E_UTRAN_EXCEPT_LTE_M, WB_E_UTRAN_GEO),
    TYPE_EUTRAN_OTHER_SATELLITE(1014, WB_E_UTRAN, WB_E_UTRAN_EXCEPT_LTE_M, WB_E_UTRAN_OTHER_SATELLITE),
    TYPE_NB_IOT_LEO(1015, NB_IOT, NB_IOT_LEO),
    TYPE_NB_IOT_MEO(1016, NB_IOT, NB_IOT_MEO),
    TYPE_NB_IOT_GEO(1017, NB_IOT, NB_IOT_GEO),
    TYPE_NB_IOT_OTHER_SATELLITE(1018, NB_IOT, NB_IOT_OTHER_SATELLITE),
    TYPE_LTE_M_LEO(1019, WB_E_UTRAN, LTE_M, LTE_M_LEO),
    TYPE_LTE_M_MEO(1020, WB_E_UTRAN, LTE_M, LTE_M_MEO),
    TYPE_LTE_M_GEO(1021, WB_E_UTRAN, LTE_M, LTE_M_GEO),
    TYPE_LTE_M_OTHER_SATELLITE(1022, WB_E_UTRAN, LTE_M, LTE_M_OTHER_SATELLITE);

    private static final Map<Integer, Long> BARRED_BY = new HashMap<>();

    static {
        for (var type : values()) {
            BARRED_BY.put(type.value, type.barredBy);
        }
    }

    private final int value;
    private final long barredBy;

    RadioAccess(int value, Restriction... barredBy) {
        this.value = value;
        this.barredBy = Restriction.mask(barredBy);
    }

    /** The bits of which any bars the RAT type; 0 for one that no bit bars. */
    static long barredBy(int ratType) {
        return BARRED_BY.getOrDefault(ratType, 0L);
    }
}
