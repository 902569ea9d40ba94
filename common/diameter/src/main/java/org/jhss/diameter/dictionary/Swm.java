// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.273 (SWm and its kin) that S6a reuses. */
public final class Swm {
    public static final AvpDefinition EMERGENCY_SERVICES = avp("Emergency-Services");

    private Swm() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
