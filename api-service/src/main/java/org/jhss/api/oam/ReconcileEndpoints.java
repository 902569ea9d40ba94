// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jhss.api.crud.Rows;
import org.jhss.api.error.Kind;
import org.jhss.api.network.Facilities;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether the sites agree on which CSCFs serve a subscriber. */
final class ReconcileEndpoints {

    private static final String IMSI = "imsi";
    private static final String HERE = "localhost";
    private static final String MISMATCHES = "mismatches";
    private static final String SCSCF = "scscf";
    private static final int LONGEST_IMSI = 15;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Rows rows;
    private final Sites sites;

    ReconcileEndpoints(Facilities facilities) {
        this.rows = facilities.rows();
        this.sites = new Sites(
                facilities.config().geored().endpoints(),
                facilities.config().hss().provisioning().key());
    }

    List<Endpoint> all() {
        return List.of(Endpoint.of(Surface.PYHSS, Method.GET, "/oam/reconcile/ims/{imsi}")
                .tag(OamEndpoints.TAG)
                .operationId("get_py_hss_oam__reconcile__ims")
                .summary("Compares which CSCFs serve a subscriber here and at the other sites")
                .description(
                        "The sites of geored.endpoints are asked at once, each for at most a second. Keys: localhost and each site's"
                                + " address, with that site's keys on CSCFs, or with a text that says why it cannot be told; mismatches, an array of"
                                + " pairs of sites that name different S-CSCFs.")
                .parameter(
                        Parameter.path(IMSI, new Schema.Text(LONGEST_IMSI, "[0-9]{5,15}"), "IMSI", "001010000000001"))
                .ok("What each site says", new Schema.MapOf("localhost, a site, or mismatches", new Schema.Any()))
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .handledBy(this::compare));
    }

    private Answer compare(Request request) {
        var imsi = request.path(IMSI);
        var found = rows.only(ResourceType.IMS_SUBSCRIBER, IMSI, imsi);
        if (found.row().isEmpty()) {
            return Answer.failed(found.failure());
        }
        var json = JSON.objectNode();
        Map<String, ObjectNode> known = new LinkedHashMap<>();
        known.put(HERE, cscfs(rows.tree(found.row().get())));
        json.set(HERE, known.get(HERE));
        sites.get("/ims_subscriber/ims_subscriber_imsi/" + imsi).forEach((site, reply) -> {
            switch (reply) {
                case Sites.Reply.Said(ObjectNode row) -> {
                    var cscfs = cscfs(row);
                    known.put(site.toString(), cscfs);
                    json.set(site.toString(), cscfs);
                }
                case Sites.Reply.Said _ -> json.put(site.toString(), "does not know the subscriber");
                case Sites.Reply.Failed(var reason) -> json.put(site.toString(), reason);
            }
        });
        mismatches(json, known);
        return Answer.json(json);
    }

    private static ObjectNode cscfs(ObjectNode row) {
        var json = JSON.objectNode();
        for (var field : row.properties()) {
            if (field.getKey().contains("cscf")) {
                json.set(field.getKey(), field.getValue());
            }
        }
        return json;
    }

    private static void mismatches(ObjectNode json, Map<String, ObjectNode> known) {
        var array = json.putArray(MISMATCHES);
        var names = List.copyOf(known.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                var one = scscf(known, names.get(i));
                var other = scscf(known, names.get(j));
                if (!Objects.equals(one, other)) {
                    var pair = array.addObject();
                    pair.set(names.get(i), one);
                    pair.set(names.get(j), other);
                }
            }
        }
    }

    private static JsonNode scscf(Map<String, ObjectNode> known, String site) {
        var row = known.get(site);
        var value = row == null ? null : row.get(SCSCF);
        return value == null ? JSON.nullNode() : value;
    }
}
