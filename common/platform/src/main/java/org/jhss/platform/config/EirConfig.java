// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code eir}: equipment identity register.
 *
 * @param imsiImeiLogging whether IMSI and IMEI pairs are kept as history
 * @param noMatchResponse Equipment-Status (TS 29.272 7.3.51) when no rule matches: 0, 1 or 2
 * @param noMatchError whether the answer is then DIAMETER_ERROR_EQUIPMENT_UNKNOWN instead (TS 29.272 7.4.3.4)
 * @param storeOffnetImsi whether pairs with an IMSI of another network are kept too
 * @param simSwapNotification whether a SIM in another device is told to the webhooks
 * @param simSwapNotifyWebhook an address of its own for that notification
 * @param tacDatabaseCsv GSMA type allocation code list
 */
public record EirConfig(
        boolean imsiImeiLogging,
        int noMatchResponse,
        boolean noMatchError,
        boolean storeOffnetImsi,
        boolean simSwapNotification,
        Optional<URI> simSwapNotifyWebhook,
        Optional<Path> tacDatabaseCsv) {

    static final KeyGroup KEYS = new KeyGroup("eir", "Equipment identity register (S13)");

    private static final Key<Boolean> IMSI_IMEI_LOGGING = KEYS.key(
            "imsi_imei_logging", Types.BOOLEAN, "true", "Whether to keep which IMSI was seen with which IMEI.");
    private static final Key<Integer> NO_MATCH_RESPONSE = KEYS.key(
            "no_match_response",
            Types.integer(0, 2),
            "2",
            "Equipment-Status when no rule matches: 0 whitelisted, 1 blacklisted, 2 greylisted (TS 29.272 7.3.51).");
    private static final Key<Boolean> NO_MATCH_ERROR = KEYS.key(
            "no_match_error",
            Types.BOOLEAN,
            "false",
            "Whether a device that no rule matches is answered DIAMETER_ERROR_EQUIPMENT_UNKNOWN (5422, TS 29.272 6.2.1) in place of"
                    + " no_match_response.");
    private static final Key<Boolean> STORE_OFFNET_IMSI = KEYS.key(
            "store_offnet_imsi", Types.BOOLEAN, "false", "Whether to keep pairs with IMSIs of other networks too.");
    private static final Key<Boolean> SIM_SWAP_NOTIFICATION = KEYS.key(
            "simSwapNotification", Types.BOOLEAN, "false", "Whether to notify when a SIM appears in another device.");
    private static final Key<URI> SIM_SWAP_NOTIFY_WEBHOOK = KEYS.optional(
            "sim_swap_notify_webhook",
            Types.HTTP_URL,
            "Address that gets SIM swap notifications. Default: webhooks.endpoints. Giving it turns the notification on.");
    private static final Key<Path> TAC_DATABASE_CSV = KEYS.optional(
            "tac_database_csv", Types.PATH, "GSMA TAC list (CSV), to name the devices in metrics and history.");

    static EirConfig from(Values values, Paths paths) {
        var webhook = values.find(SIM_SWAP_NOTIFY_WEBHOOK);
        return new EirConfig(
                values.get(IMSI_IMEI_LOGGING),
                values.get(NO_MATCH_RESPONSE),
                values.get(NO_MATCH_ERROR),
                values.get(STORE_OFFNET_IMSI),
                values.get(SIM_SWAP_NOTIFICATION) || (webhook.isPresent() && !values.isGiven(SIM_SWAP_NOTIFICATION)),
                webhook,
                values.find(TAC_DATABASE_CSV).map(paths::resolve));
    }
}
