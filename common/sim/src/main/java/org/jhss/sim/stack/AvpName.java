// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

/** The AVPs that a simulated peer writes or reads, with code, vendor and whether the M bit is set when writing. */
public enum AvpName {
    // RFC 6733
    USER_NAME(1),
    ORIGIN_HOST(264),
    VENDOR_ID(266),
    RESULT_CODE(268),
    AUTH_SESSION_STATE(277),
    FAILED_AVP(279),
    ERROR_MESSAGE(281),
    ORIGIN_REALM(296),
    EXPERIMENTAL_RESULT(297),
    EXPERIMENTAL_RESULT_CODE(298),
    // RFC 5447, RFC 5778
    MIP_HOME_AGENT_ADDRESS(334),
    MIP_HOME_AGENT_HOST(348),
    DESTINATION_REALM(283),
    DESTINATION_HOST(293),
    MIP6_AGENT_INFO(486),
    SERVICE_SELECTION(493),
    // TS 29.212, TS 29.214
    MAX_REQUESTED_BANDWIDTH_DL(515, true),
    MAX_REQUESTED_BANDWIDTH_UL(516, true),
    QOS_CLASS_IDENTIFIER(1028, true),
    RAT_TYPE(1032, true),
    ALLOCATION_RETENTION_PRIORITY(1034, true),
    PRIORITY_LEVEL(1046, true),
    // TS 29.229
    CONFIDENTIALITY_KEY(625, true),
    INTEGRITY_KEY(626, true),
    SUPPORTED_FEATURES(628, false),
    FEATURE_LIST_ID(629, false),
    FEATURE_LIST(630, false),
    // TS 29.329
    MSISDN(701, true),
    // TS 29.272
    SUBSCRIPTION_DATA(1400, true),
    TERMINAL_INFORMATION(1401, true),
    IMEI(1402, true),
    SOFTWARE_VERSION(1403, true),
    ULR_FLAGS(1405, true),
    ULA_FLAGS(1406, true),
    VISITED_PLMN_ID(1407, true),
    REQUESTED_EUTRAN_AUTHENTICATION_INFO(1408, true),
    REQUESTED_UTRAN_GERAN_AUTHENTICATION_INFO(1409, true),
    NUMBER_OF_REQUESTED_VECTORS(1410, true),
    RE_SYNCHRONIZATION_INFO(1411, true),
    IMMEDIATE_RESPONSE_PREFERRED(1412, true),
    AUTHENTICATION_INFO(1413, true),
    E_UTRAN_VECTOR(1414, true),
    UTRAN_VECTOR(1415, true),
    GERAN_VECTOR(1416, true),
    NETWORK_ACCESS_MODE(1417, true),
    ITEM_NUMBER(1419, true),
    CANCELLATION_TYPE(1420, true),
    DSR_FLAGS(1421, true),
    CONTEXT_IDENTIFIER(1423, true),
    SUBSCRIBER_STATUS(1424, true),
    ACCESS_RESTRICTION_DATA(1426, true),
    APN_CONFIGURATION_PROFILE(1429, true),
    APN_CONFIGURATION(1430, true),
    EPS_SUBSCRIBED_QOS_PROFILE(1431, true),
    ALERT_REASON(1434, true),
    AMBR(1435, true),
    IDA_FLAGS(1441, true),
    PUA_FLAGS(1442, true),
    NOR_FLAGS(1443, true),
    USER_ID(1444, false),
    EQUIPMENT_STATUS(1445, true),
    RAND(1447, true),
    XRES(1448, true),
    AUTN(1449, true),
    KASME(1450, true),
    KC(1453, true),
    SRES(1454, true),
    PDN_TYPE(1456, true),
    IDR_FLAGS(1490, true),
    HOMOGENEOUS_SUPPORT_OF_IMS_VOICE(1493, false),
    EPS_LOCATION_INFORMATION(1496, false),
    MME_LOCATION_INFORMATION(1600, false),
    E_UTRAN_CELL_GLOBAL_IDENTITY(1602, false),
    TRACKING_AREA_IDENTITY(1603, false),
    ERROR_DIAGNOSTIC(1614, false),
    UE_SRVCC_CAPABILITY(1615, false),
    SUBSCRIBED_PERIODIC_RAU_TAU_TIMER(1619, false),
    PUR_FLAGS(1635, false),
    CLR_FLAGS(1638, false),
    MME_NUMBER_FOR_MT_SMS(1645, false),
    SMS_REGISTER_REQUEST(1648, false);

    static final long IETF = 0;
    static final long TGPP = 10415;

    private final int code;
    private final long vendor;
    private final boolean mandatory;

    AvpName(int code) {
        this.code = code;
        this.vendor = IETF;
        this.mandatory = true;
    }

    AvpName(int code, boolean mandatory) {
        this.code = code;
        this.vendor = TGPP;
        this.mandatory = mandatory;
    }

    /** The AVP code. */
    public int code() {
        return code;
    }

    /** The vendor id; 0 when the V bit is clear. */
    public long vendor() {
        return vendor;
    }

    /** Whether a simulated peer sets the M bit. */
    public boolean mandatory() {
        return mandatory;
    }
}
