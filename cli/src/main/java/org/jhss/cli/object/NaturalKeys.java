// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.List;
import org.jhss.provisioning.schema.ResourceType;

/** By what people know rows, beside their ids. */
final class NaturalKeys {

    private NaturalKeys() {}

    /** Columns, the most usual first; empty where there is none. */
    static List<String> of(ResourceType type) {
        return switch (type) {
            case APN -> List.of("apn");
            case AUC -> List.of("imsi", "iccid");
            case SUBSCRIBER, IMS_SUBSCRIBER -> List.of("imsi", "msisdn");
            case CHARGING_RULE -> List.of("rule_name");
            case ROAMING_NETWORK -> List.of("name");
            case EIR -> List.of("imei");
            case EIR_HISTORY -> List.of("imsi_imei");
            case EMERGENCY_SUBSCRIBER -> List.of("imsi");
            case SERVING_APN -> List.of("subscriber_routing");
            case OPERATION_LOG -> List.of("operation_id");
            case TFT, SUBSCRIBER_ROUTING, SUBSCRIBER_ATTRIBUTES, ROAMING_RULE -> List.of();
        };
    }
}
