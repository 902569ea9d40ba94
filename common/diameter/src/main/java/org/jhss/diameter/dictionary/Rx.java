// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.214 (Rx) that S6a reuses. */
public final class Rx {
    public static final AvpDefinition MAX_REQUESTED_BANDWIDTH_DL = avp("Max-Requested-Bandwidth-DL");
    public static final AvpDefinition MAX_REQUESTED_BANDWIDTH_UL = avp("Max-Requested-Bandwidth-UL");
    public static final AvpDefinition EXTENDED_MAX_REQUESTED_BW_DL = avp("Extended-Max-Requested-BW-DL");
    public static final AvpDefinition EXTENDED_MAX_REQUESTED_BW_UL = avp("Extended-Max-Requested-BW-UL");

    private Rx() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
