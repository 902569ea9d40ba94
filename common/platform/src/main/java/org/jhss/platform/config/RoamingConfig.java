// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.List;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Who may roam where.
 *
 * @param rejectUnknownImsisWith the answer for an IMSI that is not provisioned
 * @param allowUndefinedNetworks whether subscribers may use networks without a roaming rule
 * @param emergencyExempt whether a subscriber barred from roaming gets authentication vectors all the same, so that it can be
 *     authenticated for an emergency attach; its location update is refused as ever (TS 23.401 5.3.2.1: the MME goes on)
 */
public record RoamingConfig(
        UnknownImsi rejectUnknownImsisWith, boolean allowUndefinedNetworks, boolean emergencyExempt) {

    /** The answer for an IMSI that is not provisioned. */
    public enum UnknownImsi {
        /** DIAMETER_ERROR_USER_UNKNOWN, 5001. */
        IMSI_UNKNOWN,
        /** DIAMETER_ERROR_ROAMING_NOT_ALLOWED, 5004. */
        ROAMING_NOT_ALLOWED
    }

    static final KeyGroup KEYS = new KeyGroup("hss.roaming", "Roaming");

    private static final Key<UnknownImsi> REJECT_UNKNOWN = KEYS.key(
            "inbound.reject_unknown_imsis_with",
            Types.oneOf(UnknownImsi.class),
            "IMSI_UNKNOWN",
            "Answer for an IMSI that is not provisioned: IMSI_UNKNOWN (5001) or ROAMING_NOT_ALLOWED (5004).",
            List.of("HSS_ROAMING_REJECT_UNKNOWN_IMSIS_WITH"),
            List.of("roaming.inbound.reject_unknown_imsis_with"));
    private static final Key<Boolean> ALLOW_UNDEFINED = KEYS.key(
            "outbound.allow_undefined_networks",
            Types.BOOLEAN,
            "true",
            "Whether subscribers may use visited networks that no roaming rule names.",
            List.of("HSS_ROAMING_ALLOW_UNDEFINED_NETWORKS"),
            List.of("roaming.outbound.allow_undefined_networks"));
    private static final Key<Boolean> EMERGENCY_EXEMPT = KEYS.key(
            "emergency_exempt",
            Types.BOOLEAN,
            "false",
            "Whether subscribers barred from roaming get vectors all the same, for an emergency attach.");

    static RoamingConfig from(Values values) {
        return new RoamingConfig(values.get(REJECT_UNKNOWN), values.get(ALLOW_UNDEFINED), values.get(EMERGENCY_EXEMPT));
    }
}
