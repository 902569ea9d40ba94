// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.338 (S6c) that S6a reuses. */
public final class S6c {
    public static final AvpDefinition MAXIMUM_UE_AVAILABILITY_TIME = avp("Maximum-UE-Availability-Time");

    private S6c() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
