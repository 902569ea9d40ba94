// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.061 (Gi/SGi). */
public final class Gi {
    public static final AvpDefinition TGPP_CHARGING_CHARACTERISTICS = avp("3GPP-Charging-Characteristics");

    private Gi() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
