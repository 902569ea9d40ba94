// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.features;

/**
 * The features of S6a and S6d (TS 29.272 tables 7.3.10/1 and 7.3.10/2) that jHSS implements. What is not here is never agreed on:
 * trace, location services, call barring, CAMEL, ProSe, V2X, reset ids, communication patterns and monitoring events.
 */
public enum Feature {
    ODB_ALL_APN(1, 0),
    ODB_HPLMN_APN(1, 1),
    ODB_VPLMN_APN(1, 2),
    ODB_ALL_OUTGOING(1, 3),
    ODB_ALL_INTERNATIONAL_OUTGOING(1, 4),
    ODB_ALL_INTERNATIONAL_OUTGOING_NOT_TO_HPLMN_COUNTRY(1, 5),
    ODB_ALL_INTERZONAL_OUTGOING(1, 6),
    ODB_ALL_INTERZONAL_OUTGOING_NOT_TO_HPLMN_COUNTRY(1, 7),
    ODB_ALL_INTERZONAL_AND_INTERNATIONAL_OUTGOING_NOT_TO_HPLMN_COUNTRY(1, 8),
    /** Regional subscription. */
    REG_SUB(1, 9),
    /** Mobile originated short messages. */
    SM_MO_PP(1, 21),
    UE_REACHABILITY_NOTIFICATION(1, 26),
    /** Terminating access domain selection. */
    T_ADS_DATA_RETRIEVAL(1, 27),
    STATE_LOCATION_INFORMATION_RETRIEVAL(1, 28),
    PARTIAL_PURGE(1, 29),
    LOCAL_TIME_ZONE_RETRIEVAL(1, 30),
    ADDITIONAL_MSISDN(1, 31),
    SMS_IN_MME(2, 0),
    P_CSCF_RESTORATION(2, 16),
    DEDICATED_CORE_NETWORKS(2, 20),
    NON_IP_PDN_TYPE_APNS(2, 21),
    EMERGENCY_SERVICE_CONTINUITY(2, 24),
    EXTERNAL_IDENTIFIER(2, 26),
    NR_AS_SECONDARY_RAT(2, 27);

    /** Feature-List-ID of the first table. */
    static final int LIST_1 = 1;

    /** Feature-List-ID of the second table. */
    static final int LIST_2 = 2;

    private final int list;
    private final int bit;

    Feature(int list, int bit) {
        this.list = list;
        this.bit = bit;
    }

    int list() {
        return list;
    }

    /** The feature's bit in its Feature-List. */
    public long mask() {
        return 1L << bit;
    }

    /** All features of that list. */
    static long all(int list) {
        long mask = 0;
        for (var feature : values()) {
            if (feature.list == list) {
                mask |= feature.mask();
            }
        }
        return mask;
    }
}
