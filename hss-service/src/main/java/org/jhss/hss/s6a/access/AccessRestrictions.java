// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.access;

import java.util.Map;
import org.jhss.store.work.Profile;

/**
 * The radio accesses that a subscriber may not use.
 *
 * @param mask Access-Restriction-Data (TS 29.272 7.3.31)
 */
public record AccessRestrictions(long mask) {

    private static final String FORBIDDEN = "forbidden";

    /** PyHSS's attributes, by generation; NB-IoT is E-UTRAN (TS 36.300), an "I-HSPA" node is UTRAN. */
    private static final Map<String, Long> ATTRIBUTES = Map.of(
            "rat_restriction_2g", Restriction.mask(Restriction.GERAN, Restriction.GAN),
            "rat_restriction_3g", Restriction.mask(Restriction.UTRAN, Restriction.I_HSPA_EVOLUTION),
            "rat_restriction_4g", Restriction.mask(Restriction.WB_E_UTRAN, Restriction.NB_IOT));

    /** What is provisioned as Access-Restriction-Data, and what the attributes forbid besides. */
    public static AccessRestrictions of(Profile.Restrictions provisioned, Map<String, String> attributes) {
        long mask = provisioned.access().orElse(0) & Restriction.DEFINED;
        if (!attributes.isEmpty()) {
            for (var attribute : ATTRIBUTES.entrySet()) {
                if (FORBIDDEN.equalsIgnoreCase(attributes.get(attribute.getKey()))) {
                    mask |= attribute.getValue();
                }
            }
        }
        return new AccessRestrictions(mask);
    }

    /** Whether the subscriber may use {@code ratType} (RAT-Type, TS 29.212 5.3.31). */
    public boolean allows(int ratType) {
        return (mask & RadioAccess.barredBy(ratType)) == 0;
    }
}
