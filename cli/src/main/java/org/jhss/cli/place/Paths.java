// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jhss.provisioning.schema.ResourceType;

/** Where objects are in the REST interface. */
final class Paths {

    private Paths() {}

    /** The path of all objects of one sort; empty for those that have none. */
    static Optional<String> of(ResourceType type) {
        return switch (type) {
            case APN -> Optional.of("/v1/apns");
            case AUC -> Optional.of("/v1/aucs");
            case SUBSCRIBER -> Optional.of("/v1/subscribers");
            case SUBSCRIBER_ROUTING -> Optional.of("/v1/subscriber-routings");
            case SUBSCRIBER_ATTRIBUTES -> Optional.of("/v1/subscriber-attributes");
            case IMS_SUBSCRIBER -> Optional.of("/v1/ims-subscribers");
            case TFT -> Optional.of("/v1/tfts");
            case CHARGING_RULE -> Optional.of("/v1/charging-rules");
            case EIR -> Optional.of("/v1/eir-rules");
            case ROAMING_NETWORK -> Optional.of("/v1/roaming-networks");
            case ROAMING_RULE -> Optional.of("/v1/roaming-rules");
            case EMERGENCY_SUBSCRIBER -> Optional.of("/v1/emergency-subscribers");
            case EIR_HISTORY -> Optional.of("/v1/eir-history");
            case SERVING_APN -> Optional.of("/v1/serving-apns");
            case OPERATION_LOG -> Optional.empty();
        };
    }

    /** The query of a list. */
    static String query(RowQuery query) {
        var text = new StringBuilder("?total=true&limit=" + query.limit() + "&offset=" + query.offset());
        for (var condition : query.conditions()) {
            text.append('&')
                    .append(encode(
                            condition.column() + "[" + condition.operator().word() + "]"))
                    .append('=')
                    .append(encode(condition.operand()));
        }
        if (!query.order().isEmpty()) {
            text.append("&sort=").append(encode(query.sort()));
        }
        return text.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
