// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.128 (T6a) that S6a reuses. */
public final class T6a {
    public static final AvpDefinition ACTIVE_TIME = avp("Active-Time");
    public static final AvpDefinition IDLE_STATUS_INDICATION = avp("Idle-Status-Indication");
    public static final AvpDefinition IDLE_STATUS_TIMESTAMP = avp("Idle-Status-Timestamp");

    private T6a() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
