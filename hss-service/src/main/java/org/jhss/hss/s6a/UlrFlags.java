// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.store.work.NodeType;

/**
 * ULR-Flags (TS 29.272 7.3.7). Bits beyond those asked for here are kept with the registration and change nothing: PS-LCS-Not-
 * Supported-By-UE and Dual-Registration-5G-Indicator concern services that are not here.
 *
 * @param bits the mask
 */
record UlrFlags(long bits) {

    private static final long SINGLE_REGISTRATION = 1;
    private static final long S6A = 1 << 1;
    private static final long SKIP_SUBSCRIBER_DATA = 1 << 2;
    private static final long GPRS_SUBSCRIPTION_DATA = 1 << 3;
    private static final long NODE_TYPE = 1 << 4;
    private static final long INITIAL_ATTACH = 1 << 5;
    private static final long SMS_ONLY = 1 << 7;

    static UlrFlags of(Message request) {
        return new UlrFlags(request.unsigned32(S6a.ULR_FLAGS, 0));
    }

    /** Which kind of node registers: set on S6a, clear on S6d. */
    NodeType nodeType() {
        return has(S6A) ? NodeType.MME : NodeType.SGSN;
    }

    /** The registration at the SGSN ends. */
    boolean isSingleRegistration() {
        return has(SINGLE_REGISTRATION);
    }

    /** The node has the subscription already. */
    boolean skipsSubscriberData() {
        return has(SKIP_SUBSCRIBER_DATA);
    }

    /** The node wants the GPRS subscription too: an SGSN, or a combined MME/SGSN. */
    boolean wantsGprsSubscriptionData() {
        return has(GPRS_SUBSCRIPTION_DATA);
    }

    /** The node is a combined MME/SGSN. */
    boolean isCombinedNode() {
        return has(NODE_TYPE);
    }

    boolean isInitialAttach() {
        return has(INITIAL_ATTACH);
    }

    /** The terminal wants nothing but short messages. */
    boolean isSmsOnly() {
        return has(SMS_ONLY);
    }

    private boolean has(long flag) {
        return (bits & flag) != 0;
    }
}
