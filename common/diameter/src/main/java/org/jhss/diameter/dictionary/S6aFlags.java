// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** The bits of the bit masks of TS 29.272 7.3, one class per AVP; the table has their names, too. */
public final class S6aFlags {

    private S6aFlags() {}

    /** Bits of ULR-Flags (TS 29.272 7.3.7). */
    public static final class Ulr {

        public static final int SINGLE_REGISTRATION_INDICATION = 1 << 0;
        public static final int S6A_S6D_INDICATOR = 1 << 1;
        public static final int SKIP_SUBSCRIBER_DATA = 1 << 2;
        public static final int GPRS_SUBSCRIPTION_DATA_INDICATOR = 1 << 3;
        public static final int NODE_TYPE_INDICATOR = 1 << 4;
        public static final int INITIAL_ATTACH_INDICATOR = 1 << 5;
        public static final int PS_LCS_NOT_SUPPORTED_BY_UE = 1 << 6;
        public static final int SMS_ONLY_INDICATION = 1 << 7;
        public static final int DUAL_REGISTRATION_5G_INDICATOR = 1 << 8;
        public static final int INTER_PLMN_INTER_MME_HANDOVER = 1 << 9;
        public static final int INTRA_PLMN_INTER_MME_HANDOVER = 1 << 10;

        private Ulr() {}
    }

    /** Bits of ULA-Flags (TS 29.272 7.3.8). */
    public static final class Ula {

        public static final int SEPARATION_INDICATION = 1 << 0;
        public static final int MME_REGISTERED_FOR_SMS = 1 << 1;

        private Ula() {}
    }

    /** Bits of CLR-Flags (TS 29.272 7.3.152). */
    public static final class Clr {

        public static final int S6A_S6D_INDICATOR = 1 << 0;
        public static final int REATTACH_REQUIRED = 1 << 1;

        private Clr() {}
    }

    /** Bits of PUA-Flags (TS 29.272 7.3.48). */
    public static final class Pua {

        public static final int FREEZE_M_TMSI = 1 << 0;
        public static final int FREEZE_P_TMSI = 1 << 1;

        private Pua() {}
    }

    /** Bits of PUR-Flags (TS 29.272 7.3.149). */
    public static final class Pur {

        public static final int UE_PURGED_IN_MME = 1 << 0;
        public static final int UE_PURGED_IN_SGSN = 1 << 1;

        private Pur() {}
    }

    /** Bits of NOR-Flags (TS 29.272 7.3.49). */
    public static final class Nor {

        public static final int SINGLE_REGISTRATION_INDICATION = 1 << 0;
        public static final int SGSN_AREA_RESTRICTED = 1 << 1;
        public static final int READY_FOR_SM_FROM_SGSN = 1 << 2;
        public static final int UE_REACHABLE_FROM_MME = 1 << 3;
        public static final int UE_REACHABLE_FROM_SGSN = 1 << 5;
        public static final int READY_FOR_SM_FROM_MME = 1 << 6;
        public static final int HOMOGENEOUS_SUPPORT_OF_IMS_VOICE_OVER_PS_SESSIONS = 1 << 7;
        public static final int S6A_S6D_INDICATOR = 1 << 8;
        public static final int REMOVAL_OF_MME_REGISTRATION_FOR_SMS = 1 << 9;

        private Nor() {}
    }

    /** Bits of IDR-Flags (TS 29.272 7.3.103). */
    public static final class Idr {

        public static final int UE_REACHABILITY_REQUEST = 1 << 0;
        public static final int T_ADS_DATA_REQUEST = 1 << 1;
        public static final int EPS_USER_STATE_REQUEST = 1 << 2;
        public static final int EPS_LOCATION_INFORMATION_REQUEST = 1 << 3;
        public static final int CURRENT_LOCATION_REQUEST = 1 << 4;
        public static final int LOCAL_TIME_ZONE_REQUEST = 1 << 5;
        public static final int REMOVE_SMS_REGISTRATION = 1 << 6;
        public static final int RAT_TYPE_REQUESTED = 1 << 7;
        public static final int P_CSCF_RESTORATION_REQUEST = 1 << 8;

        private Idr() {}
    }

    /** Bits of IDA-Flags (TS 29.272 7.3.47). */
    public static final class Ida {

        public static final int NETWORK_NODE_AREA_RESTRICTED = 1 << 0;

        private Ida() {}
    }

    /** Bits of DSR-Flags (TS 29.272 7.3.25). */
    public static final class Dsr {

        public static final int REGIONAL_SUBSCRIPTION_WITHDRAWAL = 1 << 0;
        public static final int COMPLETE_APN_CONFIGURATION_PROFILE_WITHDRAWAL = 1 << 1;
        public static final int SUBSCRIBED_CHARGING_CHARACTERISTICS_WITHDRAWAL = 1 << 2;
        public static final int PDN_SUBSCRIPTION_CONTEXTS_WITHDRAWAL = 1 << 3;
        public static final int STN_SR = 1 << 4;
        public static final int COMPLETE_PDP_CONTEXT_LIST_WITHDRAWAL = 1 << 5;
        public static final int PDP_CONTEXTS_WITHDRAWAL = 1 << 6;
        public static final int ROAMING_RESTRICTED_DUE_TO_UNSUPPORTED_FEATURE = 1 << 7;
        public static final int TRACE_DATA_WITHDRAWAL = 1 << 8;
        public static final int CSG_DELETED = 1 << 9;
        public static final int APN_OI_REPLACEMENT = 1 << 10;
        public static final int GMLC_LIST_WITHDRAWAL = 1 << 11;
        public static final int LCS_WITHDRAWAL = 1 << 12;
        public static final int SMS_WITHDRAWAL = 1 << 13;
        public static final int SUBSCRIBED_PERIODIC_RAU_TAU_TIMER_WITHDRAWAL = 1 << 14;
        public static final int SUBSCRIBED_VSRVCC_WITHDRAWAL = 1 << 15;
        public static final int A_MSISDN_WITHDRAWAL = 1 << 16;
        public static final int PROSE_WITHDRAWAL = 1 << 17;
        public static final int RESET_IDS = 1 << 18;
        public static final int DL_BUFFERING_SUGGESTED_PACKET_COUNT_WITHDRAWAL = 1 << 19;
        public static final int SUBSCRIBED_IMSI_GROUP_ID_WITHDRAWAL = 1 << 20;
        public static final int DELETE_MONITORING_EVENTS = 1 << 21;
        public static final int USER_PLANE_INTEGRITY_PROTECTION_WITHDRAWAL = 1 << 22;
        public static final int MSISDN_WITHDRAWAL = 1 << 23;
        public static final int UE_USAGE_TYPE_WITHDRAWAL = 1 << 24;
        public static final int V2X_WITHDRAWAL = 1 << 25;
        public static final int EXTERNAL_IDENTIFIER_WITHDRAWAL = 1 << 26;
        public static final int AERIAL_UE_SUBSCRIPTION_WITHDRAWAL = 1 << 27;
        public static final int PAGING_TIME_WINDOW_SUBSCRIPTION_WITHDRAWAL = 1 << 28;
        public static final int ACTIVE_TIME_WITHDRAWAL = 1 << 29;
        public static final int EDRX_CYCLE_LENGTH_WITHDRAWAL = 1 << 30;
        public static final int SERVICE_GAP_TIME_WITHDRAWAL = 1 << 31;

        private Dsr() {}
    }

    /** Bits of DSA-Flags (TS 29.272 7.3.26). */
    public static final class Dsa {

        public static final int NETWORK_NODE_AREA_RESTRICTED = 1 << 0;

        private Dsa() {}
    }

    /** Bits of AIR-Flags (TS 29.272 7.3.201). */
    public static final class Air {

        public static final int SEND_UE_USAGE_TYPE = 1 << 0;

        private Air() {}
    }

    /** Bits of Access-Restriction-Data (TS 29.272 7.3.31). */
    public static final class AccessRestriction {

        public static final int UTRAN_NOT_ALLOWED = 1 << 0;
        public static final int GERAN_NOT_ALLOWED = 1 << 1;
        public static final int GAN_NOT_ALLOWED = 1 << 2;
        public static final int I_HSPA_EVOLUTION_NOT_ALLOWED = 1 << 3;
        public static final int WB_E_UTRAN_NOT_ALLOWED = 1 << 4;
        public static final int HO_TO_NON_3GPP_ACCESS_NOT_ALLOWED = 1 << 5;
        public static final int NB_IOT_NOT_ALLOWED = 1 << 6;
        public static final int ENHANCED_COVERAGE_NOT_ALLOWED = 1 << 7;
        public static final int NR_AS_SECONDARY_RAT_NOT_ALLOWED = 1 << 8;
        public static final int UNLICENSED_SPECTRUM_AS_SECONDARY_RAT_NOT_ALLOWED = 1 << 9;
        public static final int NR_IN_5GS_NOT_ALLOWED = 1 << 10;
        public static final int LTE_M_NOT_ALLOWED = 1 << 11;
        public static final int WB_E_UTRAN_EXCEPT_LTE_M_NOT_ALLOWED = 1 << 12;
        public static final int WB_E_UTRAN_LEO_NOT_ALLOWED = 1 << 13;
        public static final int WB_E_UTRAN_MEO_NOT_ALLOWED = 1 << 14;
        public static final int WB_E_UTRAN_GEO_NOT_ALLOWED = 1 << 15;
        public static final int WB_E_UTRAN_OTHERSAT_NOT_ALLOWED = 1 << 16;
        public static final int NB_IOT_LEO_NOT_ALLOWED = 1 << 17;
        public static final int NB_IOT_MEO_NOT_ALLOWED = 1 << 18;
        public static final int NB_IOT_GEO_NOT_ALLOWED = 1 << 19;
        public static final int NB_IOT_OTHERSAT_NOT_ALLOWED = 1 << 20;
        public static final int LTE_M_LEO_NOT_ALLOWED = 1 << 21;
        public static final int LTE_M_MEO_NOT_ALLOWED = 1 << 22;
        public static final int LTE_M_GEO_NOT_ALLOWED = 1 << 23;
        public static final int LTE_M_OTHERSAT_NOT_ALLOWED = 1 << 24;

        private AccessRestriction() {}
    }

    /** Bits of Operator-Determined-Barring (TS 29.272 7.3.30). */
    public static final class OperatorDeterminedBarring {

        public static final int ALL_PACKET_ORIENTED_SERVICES = 1 << 0;
        public static final int ROAMER_ACCESS_HPLMN_AP = 1 << 1;
        public static final int ROAMER_ACCESS_VPLMN_AP = 1 << 2;
        public static final int ALL_OUTGOING_CALLS = 1 << 3;
        public static final int ALL_OUTGOING_INTERNATIONAL_CALLS = 1 << 4;
        public static final int INTERNATIONAL_CALLS_EXCEPT_HOME_COUNTRY = 1 << 5;
        public static final int ALL_OUTGOING_INTER_ZONAL_CALLS = 1 << 6;
        public static final int INTER_ZONAL_CALLS_EXCEPT_HOME_COUNTRY = 1 << 7;
        public static final int INTERNATIONAL_CALLS_EXCEPT_HOME_COUNTRY_AND_INTER_ZONAL_CALLS = 1 << 8;

        private OperatorDeterminedBarring() {}
    }

    /** Bits of HPLMN-ODB (TS 29.272 7.3.22). */
    public static final class HplmnBarring {

        public static final int HPLMN_SPECIFIC_BARRING_TYPE_1 = 1 << 0;
        public static final int HPLMN_SPECIFIC_BARRING_TYPE_2 = 1 << 1;
        public static final int HPLMN_SPECIFIC_BARRING_TYPE_3 = 1 << 2;
        public static final int HPLMN_SPECIFIC_BARRING_TYPE_4 = 1 << 3;

        private HplmnBarring() {}
    }

    /** Bits of Subscription-Data-Flags (TS 29.272 7.3.165). */
    public static final class SubscriptionData {

        public static final int PS_AND_SMS_ONLY_SERVICE_PROVISION_INDICATION = 1 << 0;
        public static final int SMS_IN_SGSN_ALLOWED_INDICATION = 1 << 1;
        public static final int USER_PLANE_INTEGRITY_PROTECTION = 1 << 2;
        public static final int PDN_CONNECTION_RESTRICTED = 1 << 3;
        public static final int ACKNOWLEDGEMENT_OF_DOWNLINK_NAS_DATA_PDUS_DISABLED = 1 << 4;

        private SubscriptionData() {}
    }

    /** Bits of Core-Network-Restrictions (TS 29.272 7.3.230). */
    public static final class CoreNetworkRestrictions {

        public static final int _5GC_NOT_ALLOWED = 1 << 1;

        private CoreNetworkRestrictions() {}
    }
}
