// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import org.jhss.diameter.message.ResultCode;

/**
 * Why a request is not let onto the bus.
 *
 * @param code what is answered
 * @param text Error-Message; may be empty
 * @param failedAvp index of the AVP at fault, {@link #NO_AVP} for none
 */
record Refusal(ResultCode code, String text, int failedAvp) {

    /** No AVP is at fault. */
    static final int NO_AVP = -1;

    static Refusal of(ResultCode code) {
        return new Refusal(code, "", NO_AVP);
    }
}
