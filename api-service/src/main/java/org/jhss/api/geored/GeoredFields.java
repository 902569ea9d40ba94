// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.geored;

import java.util.List;
import java.util.stream.Stream;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;

/** What a push may say, in PyHSS's order of sections. */
final class GeoredFields {

    private static final int LONGEST = 512;

    /** Prefix of the fields of an emergency session. */
    static final String EMERGENCY = "emergency_subscriber_";

    /** The 49 keys that PyHSS knows. */
    static final List<String> NAMES = Stream.of(
                    "imsi",
                    "serving_mme serving_mme_realm serving_mme_peer serving_mme_timestamp",
                    "serving_apn pcrf_session_id subscriber_routing",
                    "serving_pgw serving_pgw_realm serving_pgw_peer serving_pgw_timestamp",
                    "scscf scscf_realm scscf_peer scscf_timestamp",
                    "pcscf pcscf_realm pcscf_peer pcscf_timestamp pcscf_active_session",
                    "imei match_response_code",
                    "auc_id sqn",
                    "last_seen_eci last_seen_enodeb_id last_seen_cell_id last_seen_tac last_seen_mcc last_seen_mnc",
                    "last_location_update_timestamp",
                    "serving_msc serving_msc_timestamp serving_sgsn serving_sgsn_timestamp",
                    "emergency_subscriber_id emergency_subscriber_imsi emergency_subscriber_serving_pgw",
                    "emergency_subscriber_serving_pgw_timestamp emergency_subscriber_serving_pcscf",
                    "emergency_subscriber_serving_pcscf_timestamp emergency_subscriber_gx_origin_realm",
                    "emergency_subscriber_gx_origin_host emergency_subscriber_rat_type emergency_subscriber_ip",
                    "emergency_subscriber_access_network_gateway_address emergency_subscriber_access_network_charging_address",
                    "emergency_subscriber_delete")
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .toList();

    /** jHSS's own: lets a sequence number go back. */
    static final String FORCE = "force";

    /** The body of a push. */
    static final Schema.Fields PUSH = new Schema.Fields(
            "GeoRed",
            Stream.concat(
                            NAMES.stream().map(GeoredFields::property),
                            Stream.of(Property.optional(
                                    FORCE,
                                    new Schema.Flag(),
                                    "Whether sqn may go back; for administrators. jHSS's own.")))
                    .toList());

    private GeoredFields() {}

    private static Property property(String name) {
        Schema schema = switch (name) {
            case "auc_id", "emergency_subscriber_id", "match_response_code" -> new Schema.Whole(0, Integer.MAX_VALUE);
            case "sqn" -> new Schema.Whole(0, GeoredPush.LARGEST_SQN);
            case "emergency_subscriber_delete" -> new Schema.Flag();
            default -> Schema.text(LONGEST);
        };
        return Property.optional(name, new Schema.Nullable(schema), description(name));
    }

    private static String description(String name) {
        return switch (name) {
            case "imsi" -> "Whom all sections but those of auc_id and the emergency session are about";
            case "serving_mme" ->
                "MME that serves the subscriber, null for none; begins a section, with realm and peer";
            case "last_seen_mcc" -> "Begins the section of the location, with the five other last_seen_* and the time";
            case "serving_apn" -> "Name of an APN of the subscriber; begins the section of a session";
            case "serving_pgw" -> "PDN gateway of the session, null when it has ended";
            case "scscf" -> "S-CSCF that serves the subscriber, null for none; begins a section";
            case "pcscf" -> "P-CSCF that serves the subscriber, null for none; begins a section";
            case "imei" -> "Device that the subscriber was seen in; begins a section, with match_response_code";
            case "auc_id" -> "Row of keys; begins a section, with sqn";
            case "sqn" -> "Next sequence number never issued; a lower one than is stored is passed over";
            case "emergency_subscriber_ip" -> "Address of an emergency session; begins a section";
            case "emergency_subscriber_delete" -> "Whether the emergency session has ended";
            case "serving_msc", "serving_msc_timestamp", "serving_sgsn", "serving_sgsn_timestamp" ->
                "Known to PyHSS, acted on by nobody";
            default -> "Belongs to the section that it is named after";
        };
    }
}
