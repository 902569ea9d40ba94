// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 32.299 (charging) that S6a reuses. */
public final class Charging {
    public static final AvpDefinition SERVED_PARTY_IP_ADDRESS = avp("Served-Party-IP-Address");
    public static final AvpDefinition CHARGED_PARTY = avp("Charged-Party");
    public static final AvpDefinition PDP_ADDRESS = avp("PDP-Address");
    public static final AvpDefinition CSG_ACCESS_MODE = avp("CSG-Access-Mode");
    public static final AvpDefinition CSG_MEMBERSHIP_INDICATION = avp("CSG-Membership-Indication");
    public static final AvpDefinition USER_CSG_INFORMATION = avp("User-CSG-Information");

    private Charging() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
