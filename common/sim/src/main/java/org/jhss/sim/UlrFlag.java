// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

/** Bits of ULR-Flags (TS 29.272 table 7.3.7/1). */
public enum UlrFlag {
    SINGLE_REGISTRATION(0),
    S6A_INDICATOR(1),
    SKIP_SUBSCRIBER_DATA(2),
    GPRS_SUBSCRIPTION_DATA(3),
    NODE_TYPE(4),
    INITIAL_ATTACH(5),
    PS_LCS_NOT_SUPPORTED(6),
    SMS_ONLY(7);

    private final long bit;

    UlrFlag(int position) {
        this.bit = 1L << position;
    }

    long bit() {
        return bit;
    }
}
