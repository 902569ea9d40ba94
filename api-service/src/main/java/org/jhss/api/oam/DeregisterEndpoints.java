// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jhss.api.crud.Rows;
import org.jhss.api.error.Kind;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.NodeResult;
import org.jhss.api.network.Sessions;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Letting a subscriber go. */
final class DeregisterEndpoints {

    private static final String PATH = "/oam/deregister/{imsi}";
    private static final String IMSI = "imsi";
    private static final String REATTACH = "reattach";
    private static final int LONGEST_IMSI = 15;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Parameter WHO =
            Parameter.path(IMSI, new Schema.Text(LONGEST_IMSI, "[0-9]{5,15}"), "IMSI", "001010000000001");

    private static final Parameter HOW = Parameter.query(
            REATTACH,
            new Schema.Flag(),
            "Whether the device is asked to attach anew (CLR-Flags, Reattach-Required). Default: true, as PyHSS.",
            "true");

    private static final Schema.Row SESSION = new Schema.Row(ResourceType.SERVING_APN, Schema.Form.COMPATIBLE, false);

    private static final Schema.Fields AFTERWARDS = new Schema.Fields(
            "Deregistered",
            List.of(
                    Property.required("subscriber", Schema.row(ResourceType.SUBSCRIBER), "The subscriber afterwards"),
                    Property.required(
                            "ims_subscriber",
                            new Schema.Nullable(Schema.row(ResourceType.IMS_SUBSCRIBER)),
                            "The IMS subscriber afterwards; null when there is none"),
                    Property.required(
                            "pcrf",
                            new Schema.Fields(
                                    "Deregistered sessions",
                                    List.of(Property.required(
                                            "apns",
                                            new Schema.MapOf("name of the APN", SESSION),
                                            "Sessions afterwards; an empty object where there is none"))),
                            "The subscriber's APNs")));

    private static final Schema.Fields BY_NODE = new Schema.Fields(
            "Deregistration by node",
            List.of(
                    Property.required(IMSI, Schema.text(LONGEST_IMSI), "Who was let go")
                            .example("001010000000001"),
                    Property.required("sent", new Schema.Flag(), "Whether a request has left for any node"),
                    Property.required(
                            "nodes", new Schema.ArrayOf(NodeResult.SCHEMA), "What became of it at each serving node")));

    private final Facilities facilities;
    private final Rows rows;

    DeregisterEndpoints(Facilities facilities) {
        this.facilities = facilities;
        this.rows = facilities.rows();
    }

    List<Endpoint> all() {
        return List.of(
                described(Surface.PYHSS, Method.GET, PATH, AFTERWARDS)
                        .operationId("get_py_hss_oam__deregister")
                        .changesState(true)
                        .deprecatedFor(PATH)
                        .handledBy(request -> run(request, this::afterwards)),
                described(Surface.EXTENSION, Method.POST, PATH, AFTERWARDS)
                        .operationId("deregister")
                        .handledBy(request -> run(request, this::afterwards)),
                described(Surface.V1, Method.POST, "/v1" + PATH, BY_NODE)
                        .operationId("v1_deregister")
                        .handledBy(request -> run(request, DeregisterEndpoints::byNode)));
    }

    private static EndpointBuilder described(Surface surface, Method method, String path, Schema answer) {
        return Endpoint.of(surface, method, path)
                .tag(OamEndpoints.TAG)
                .summary("Lets a subscriber go from all nodes that serve it")
                .description(
                        "The serving MME and SGSN get a Cancel-Location-Request, S-CSCF and PDN gateways what belongs to their"
                                + " interfaces, if these are served here. What is stored of serving nodes, S-CSCF and sessions is cleared whatever"
                                + " they answer; nothing is cleared when no hss service can be asked (503) or has not answered (504).")
                .parameters(List.of(WHO, HOW))
                .role(Role.PROVISION)
                .ok("It is done", answer)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT, Kind.TIMED_OUT);
    }

    private Answer run(Request request, BiFunction<ResourceRow, List<NodeResult>, Answer> answer) {
        var imsi = request.path(IMSI);
        var found = rows.only(ResourceType.SUBSCRIBER, IMSI, imsi);
        if (found.row().isEmpty()) {
            return Answer.failed(found.failure());
        }
        var ims = ims(imsi);
        if (ims.isEmpty() && facilities.isStrict()) {
            return Answer.notFound("no ims_subscriber has this imsi");
        }
        boolean reattach = request.query(REATTACH).filter("false"::equals).isEmpty();
        return switch (new Deregistration(facilities).run(found.row().get(), ims, reattach)) {
            case Deregistration.Result.Done(var nodes) ->
                answer.apply(found.row().get(), nodes);
            case Deregistration.Result.Refused(var failure) -> Answer.failed(failure);
        };
    }

    private Answer afterwards(ResourceRow subscriber, List<NodeResult> nodes) {
        var now = facilities
                .objects()
                .read(ResourceType.SUBSCRIBER, subscriber.key())
                .orElse(subscriber);
        var json = JSON.objectNode();
        json.set("subscriber", rows.tree(now));
        ims(String.valueOf(subscriber.get(IMSI)))
                .ifPresentOrElse(
                        row -> json.set("ims_subscriber", rows.tree(row)), () -> json.putNull("ims_subscriber"));
        json.putObject("pcrf")
                .set("apns", new Sessions(facilities.objects()).of(now).byApn());
        return Answer.json(json);
    }

    private static Answer byNode(ResourceRow subscriber, List<NodeResult> nodes) {
        ObjectNode json = JSON.objectNode()
                .put(IMSI, String.valueOf(subscriber.get(IMSI)))
                .put("sent", nodes.stream().anyMatch(NodeResult::isSent));
        var array = json.putArray("nodes");
        nodes.forEach(node -> array.add(node.toJson()));
        return Answer.json(json);
    }

    private Optional<ResourceRow> ims(String imsi) {
        return rows.only(ResourceType.IMS_SUBSCRIBER, IMSI, imsi).row();
    }
}
