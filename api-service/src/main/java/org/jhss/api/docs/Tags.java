// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jhss.api.route.Endpoint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The groups of operations: PyHSS's in its order, then the others. */
final class Tags {

    private static final List<String> ORDER = List.of(
            "apn",
            "auc",
            "subscriber",
            "ims_subscriber",
            "tft",
            "charging_rule",
            "eir",
            "subscriber_attributes",
            "operation_logs",
            "oam",
            "pcrf",
            "geored",
            "push",
            "roaming");

    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("apn", "Access point names and their quality of service"),
            Map.entry("auc", "Keys of SIMs, and vectors made of them"),
            Map.entry("subscriber", "Subscribers of the packet core, and their static addresses"),
            Map.entry("ims_subscriber", "Subscribers of the IMS"),
            Map.entry("tft", "Packet filters"),
            Map.entry("charging_rule", "Charging rules of the PCRF"),
            Map.entry("eir", "Equipment register: rules, and devices seen"),
            Map.entry("subscriber_attributes", "Free attributes of subscribers"),
            Map.entry("operation_logs", "What was changed, when and by whom"),
            Map.entry("oam", "Operation: peers, health, who is served where"),
            Map.entry("pcrf", "Sessions, charging rules in force, emergency sessions"),
            Map.entry("geored", "State pushed by other sites"),
            Map.entry("push", "Diameter requests sent by hand"),
            Map.entry("roaming", "Networks, and rules on roaming in them"));

    private static final String OTHERS =
            "Under /v1: filters, order, total counts, entity tags, idempotency keys, problem details";

    private Tags() {}

    /** The tags that {@code endpoints} have, in order. */
    static ArrayNode of(Collection<Endpoint> endpoints) {
        var used = new LinkedHashSet<String>();
        endpoints.forEach(endpoint -> used.add(endpoint.tag()));
        var all = new ArrayList<>(ORDER);
        all.retainAll(used);
        used.stream().filter(tag -> !ORDER.contains(tag)).forEach(all::add);
        var array = JsonNodeFactory.instance.arrayNode();
        for (var tag : all) {
            var node = array.addObject().put("name", tag);
            var description = DESCRIPTIONS.get(tag);
            node.put("description", description == null ? OTHERS : description);
        }
        return array;
    }

    /** Where a tag's operations come among the others. */
    static int rank(String tag) {
        int index = ORDER.indexOf(tag);
        return index < 0 ? ORDER.size() : index;
    }
}
