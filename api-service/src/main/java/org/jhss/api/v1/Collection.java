// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.util.List;
import org.jhss.provisioning.schema.ResourceType;

/**
 * All objects of one sort.
 *
 * @param name its path is {@code /v1/name}
 * @param writable whether clients may change it
 */
record Collection(ResourceType type, String name, boolean writable) {

    static final List<Collection> ALL = List.of(
            new Collection(ResourceType.APN, "apns", true),
            new Collection(ResourceType.AUC, "aucs", true),
            new Collection(ResourceType.SUBSCRIBER, "subscribers", true),
            new Collection(ResourceType.SUBSCRIBER_ROUTING, "subscriber-routings", true),
            new Collection(ResourceType.SUBSCRIBER_ATTRIBUTES, "subscriber-attributes", true),
            new Collection(ResourceType.IMS_SUBSCRIBER, "ims-subscribers", true),
            new Collection(ResourceType.TFT, "tfts", true),
            new Collection(ResourceType.CHARGING_RULE, "charging-rules", true),
            new Collection(ResourceType.EIR, "eir-rules", true),
            new Collection(ResourceType.ROAMING_NETWORK, "roaming-networks", true),
            new Collection(ResourceType.ROAMING_RULE, "roaming-rules", true),
            new Collection(ResourceType.EMERGENCY_SUBSCRIBER, "emergency-subscribers", true),
            new Collection(ResourceType.EIR_HISTORY, "eir-history", false),
            new Collection(ResourceType.SERVING_APN, "serving-apns", false));

    String path() {
        return "/v1/" + name;
    }

    /** As part of an operation id. */
    String word() {
        return name.replace('-', '_');
    }
}
