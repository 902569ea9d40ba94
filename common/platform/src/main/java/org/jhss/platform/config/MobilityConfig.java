// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * What the HSS does when a subscriber moves.
 *
 * @param cancelLocation whether the node it leaves gets a Cancel-Location-Request
 * @param ignorePurge whether a Purge-UE-Request leaves the location as it is
 * @param sendDsrOnMmeChange whether the new MME gets a Delete-Subscriber-Data-Request
 * @param dsrExternalIdentifier External-Identifier of that request
 */
public record MobilityConfig(
        boolean cancelLocation, boolean ignorePurge, boolean sendDsrOnMmeChange, String dsrExternalIdentifier) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Mobility");

    private static final Key<Boolean> CANCEL_LOCATION = KEYS.key(
            "CancelLocationRequest_Enabled",
            Types.BOOLEAN,
            "true",
            "Whether the MME or SGSN that a subscriber leaves gets a Cancel-Location-Request (TS 29.272 5.2.1.2).");
    private static final Key<Boolean> IGNORE_PURGE = KEYS.key(
            "ignore_purge_ue_request",
            Types.BOOLEAN,
            "false",
            "Whether a Purge-UE-Request is answered but leaves the stored location as it is.");
    private static final Key<Boolean> SEND_DSR = KEYS.key(
            "send_dsr_on_mme_change",
            Types.BOOLEAN,
            "false",
            "Whether a Delete-Subscriber-Data-Request follows a change of MME.");
    private static final Key<String> DSR_EXTERNAL_IDENTIFIER =
            KEYS.key("dsr_external_identifier", Types.TEXT, "subscriber", "External-Identifier in that request.");

    static MobilityConfig from(Values values) {
        return new MobilityConfig(
                values.get(CANCEL_LOCATION),
                values.get(IGNORE_PURGE),
                values.get(SEND_DSR),
                values.get(DSR_EXTERNAL_IDENTIFIER));
    }
}
