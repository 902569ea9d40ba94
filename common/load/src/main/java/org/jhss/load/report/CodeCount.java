// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;

/**
 * How often a result was answered.
 *
 * @param code Result-Code, or Experimental-Result-Code of 3GPP
 * @param experimental which of the two
 * @param count how often
 */
public record CodeCount(int code, boolean experimental, long count) {

    /** The name that the specifications give it, else the number. */
    public String name() {
        var known = experimental
                ? ExperimentalResultCode.of(code).map(Enum::name)
                : ResultCode.of(code).map(Enum::name);
        return known.orElseGet(() -> Integer.toUnsignedString(code));
    }
}
