// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.ArrayList;
import java.util.List;
import org.jhss.api.route.Endpoint;
import org.jhss.platform.config.ApiConfig;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Tables;

/** PyHSS's operations on objects. */
public final class CrudEndpoints {

    private static final Resource APN = new Resource(ResourceType.APN, "apn", "/apn", "apn_id", "APN");
    private static final Resource AUC = new Resource(ResourceType.AUC, "auc", "/auc", "auc_id", "AUC");
    private static final Resource SUBSCRIBER =
            new Resource(ResourceType.SUBSCRIBER, "subscriber", "/subscriber", "subscriber_id", "SUBSCRIBER");
    private static final Resource IMS_SUBSCRIBER = new Resource(
            ResourceType.IMS_SUBSCRIBER, "ims_subscriber", "/ims_subscriber", "ims_subscriber_id", "IMS_SUBSCRIBER");

    private static final List<Resource> PLAIN = List.of(
            APN,
            AUC,
            SUBSCRIBER,
            IMS_SUBSCRIBER,
            new Resource(ResourceType.TFT, "tft", "/tft", "tft_id", "TFT"),
            new Resource(
                    ResourceType.CHARGING_RULE, "charging_rule", "/charging_rule", "charging_rule_id", "CHARGING_RULE"),
            new Resource(ResourceType.EIR, "eir", "/eir", "eir_id", "EIR"),
            new Resource(
                    ResourceType.EMERGENCY_SUBSCRIBER,
                    "pcrf",
                    "/pcrf/emergency_subscriber",
                    "emergency_subscriber_id",
                    "EMERGENCY_SUBSCRIBER"),
            new Resource(
                    ResourceType.ROAMING_NETWORK,
                    "roaming",
                    "/roaming/network",
                    "roaming_network_id",
                    "ROAMING_NETWORK"),
            new Resource(ResourceType.ROAMING_RULE, "roaming", "/roaming/rule", "roaming_rule_id", "ROAMING_RULE"));

    private CrudEndpoints() {}

    /** All of them. */
    public static List<Endpoint> of(Objects objects, Tables tables, ApiConfig config) {
        var rows = new Rows(objects, config.insecureAuc());
        var crud = new Crud(objects, rows, config.pageSize());
        var lookups = new Lookups(objects, rows);
        List<Endpoint> all = new ArrayList<>();
        PLAIN.forEach(resource -> all.addAll(crud.all(resource)));
        all.addAll(lookups.auc(AUC));
        all.addAll(lookups.subscriber(SUBSCRIBER));
        all.addAll(lookups.ims(IMS_SUBSCRIBER));
        all.addAll(new Routing(objects, rows, crud).all());
        all.addAll(new Attributes(objects, rows, crud).all());
        all.addAll(new OperationLogs(objects, tables, rows, config.pageSize()).all());
        return all;
    }
}
