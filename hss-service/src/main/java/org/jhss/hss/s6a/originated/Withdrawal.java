// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.Locale;
import java.util.Optional;
import org.jhss.diameter.dictionary.S6aFlags.Dsr;

/** What a Delete-Subscriber-Data-Request takes away, by the bits of DSR-Flags (TS 29.272 7.3.25). */
public enum Withdrawal {
    REGIONAL_SUBSCRIPTION(Dsr.REGIONAL_SUBSCRIPTION_WITHDRAWAL),
    /** All APNs. Not for an MME, which always has the default one (5.2.2.2.3). */
    COMPLETE_APN_CONFIGURATION_PROFILE(Dsr.COMPLETE_APN_CONFIGURATION_PROFILE_WITHDRAWAL),
    CHARGING_CHARACTERISTICS(Dsr.SUBSCRIBED_CHARGING_CHARACTERISTICS_WITHDRAWAL),
    /** The APNs of the Context-Identifiers that go with it. */
    PDN_SUBSCRIPTION_CONTEXTS(Dsr.PDN_SUBSCRIPTION_CONTEXTS_WITHDRAWAL),
    STN_SR(Dsr.STN_SR),
    COMPLETE_PDP_CONTEXT_LIST(Dsr.COMPLETE_PDP_CONTEXT_LIST_WITHDRAWAL),
    /** The PDP contexts of the Context-Identifiers that go with it. */
    PDP_CONTEXTS(Dsr.PDP_CONTEXTS_WITHDRAWAL),
    ROAMING_RESTRICTED_DUE_TO_UNSUPPORTED_FEATURE(Dsr.ROAMING_RESTRICTED_DUE_TO_UNSUPPORTED_FEATURE),
    /** The trace of the Trace-Reference that goes with it. */
    TRACE_DATA(Dsr.TRACE_DATA_WITHDRAWAL),
    CSG(Dsr.CSG_DELETED),
    APN_OI_REPLACEMENT(Dsr.APN_OI_REPLACEMENT),
    GMLC_LIST(Dsr.GMLC_LIST_WITHDRAWAL),
    /** Location services, of the SS-Codes that go with it. */
    LCS(Dsr.LCS_WITHDRAWAL),
    /** Short messages, of the TS-Codes that go with it. */
    SMS(Dsr.SMS_WITHDRAWAL),
    RAU_TAU_TIMER(Dsr.SUBSCRIBED_PERIODIC_RAU_TAU_TIMER_WITHDRAWAL),
    VSRVCC(Dsr.SUBSCRIBED_VSRVCC_WITHDRAWAL),
    A_MSISDN(Dsr.A_MSISDN_WITHDRAWAL),
    PROSE(Dsr.PROSE_WITHDRAWAL),
    RESET_IDS(Dsr.RESET_IDS),
    DL_BUFFERING(Dsr.DL_BUFFERING_SUGGESTED_PACKET_COUNT_WITHDRAWAL),
    IMSI_GROUP_ID(Dsr.SUBSCRIBED_IMSI_GROUP_ID_WITHDRAWAL),
    /** The monitoring events of the SCEF-ID that goes with it. */
    MONITORING_EVENTS(Dsr.DELETE_MONITORING_EVENTS),
    USER_PLANE_INTEGRITY_PROTECTION(Dsr.USER_PLANE_INTEGRITY_PROTECTION_WITHDRAWAL),
    MSISDN(Dsr.MSISDN_WITHDRAWAL),
    UE_USAGE_TYPE(Dsr.UE_USAGE_TYPE_WITHDRAWAL),
    V2X(Dsr.V2X_WITHDRAWAL),
    EXTERNAL_IDENTIFIER(Dsr.EXTERNAL_IDENTIFIER_WITHDRAWAL),
    AERIAL_UE(Dsr.AERIAL_UE_SUBSCRIPTION_WITHDRAWAL),
    PAGING_TIME_WINDOW(Dsr.PAGING_TIME_WINDOW_SUBSCRIPTION_WITHDRAWAL),
    ACTIVE_TIME(Dsr.ACTIVE_TIME_WITHDRAWAL),
    EDRX_CYCLE_LENGTH(Dsr.EDRX_CYCLE_LENGTH_WITHDRAWAL),
    SERVICE_GAP_TIME(Dsr.SERVICE_GAP_TIME_WITHDRAWAL);

    private final int flag;

    Withdrawal(int flag) {
        this.flag = flag;
    }

    int flag() {
        return flag;
    }

    /** The name in calls: lower case with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The withdrawal of that name. */
    public static Optional<Withdrawal> named(String label) {
        for (var withdrawal : values()) {
            if (withdrawal.label().equals(label)) {
                return Optional.of(withdrawal);
            }
        }
        return Optional.empty();
    }
}
