// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.344 (PC4a) that S6a reuses. */
public final class Pc4a {
    public static final AvpDefinition PROSE_SUBSCRIPTION_DATA = avp("ProSe-Subscription-Data");
    public static final AvpDefinition PROSE_PERMISSION = avp("ProSe-Permission");
    public static final AvpDefinition PROSE_ALLOWED_PLMN = avp("ProSe-Allowed-PLMN");
    public static final AvpDefinition PROSE_DIRECT_ALLOWED = avp("ProSe-Direct-Allowed");

    private Pc4a() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
