// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.pcrf;

import java.util.List;
import java.util.Optional;
import org.jhss.api.crud.Rows;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.Paging;
import org.jhss.api.network.Sessions;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Status;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sessions at PDN gateways, by subscriber and by address. */
final class SessionEndpoints {

    private static final String IMSI = "imsi";
    private static final String APN = "apn_id";
    private static final String IP_ADDRESS = "ip_address";
    private static final String ROUTING = "subscriber_routing";
    private static final String APNS = "apns";
    private static final int LONGEST_IMSI = 18;
    private static final int LONGEST_ADDRESS = 100;
    private static final int INTERNAL = 500;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Schema.Row SESSION = new Schema.Row(ResourceType.SERVING_APN, Schema.Form.COMPATIBLE, false);

    private static final Property BY_NAME = Property.required(
            APNS,
            new Schema.MapOf("name of the APN", SESSION),
            "The subscriber's APNs, the default one first: the session there, or an empty object");

    private static final Schema.Extended SUBSCRIBER_WITH_SESSIONS = new Schema.Extended(
            "SUBSCRIBER with sessions",
            new Schema.Row(ResourceType.SUBSCRIBER, Schema.Form.COMPATIBLE, false),
            List.of(BY_NAME));

    private static final Schema.Fields SUBSCRIBER_DATA = new Schema.Fields(
            "Sessions of a subscriber",
            List.of(
                    Property.required("subscriber_data", Schema.row(ResourceType.SUBSCRIBER), "The subscriber"),
                    BY_NAME));

    private static final Parameter WHO = Parameter.path(IMSI, Schema.text(LONGEST_IMSI), "IMSI", "001010000000001");

    private final Facilities facilities;
    private final Rows rows;
    private final Sessions sessions;

    SessionEndpoints(Facilities facilities) {
        this.facilities = facilities;
        this.rows = facilities.rows();
        this.sessions = new Sessions(facilities.objects());
    }

    List<Endpoint> all() {
        return List.of(list(), ofSubscriber(), atApn(), byServingAddress(), byAddress());
    }

    private Endpoint list() {
        return PcrfEndpoints.start(Method.GET, "/pcrf/pcrf_subscriber/list")
                .operationId("get_py_hss_pcrf__all")
                .summary("Lists the subscribers that have sessions")
                .description("Everything, as PyHSS, unless page or page_size ask for a part.")
                .parameters(Paging.PARAMETERS)
                .ok("Subscribers by IMSI, with their sessions", new Schema.MapOf("IMSI", SUBSCRIBER_WITH_SESSIONS))
                .handledBy(request -> {
                    var paging = Paging.of(request);
                    return Answer.stream(json -> {
                        json.writeStartObject();
                        sessions.each(paging, served -> {
                            var tree = rows.tree(served.subscriber());
                            tree.set(APNS, served.byApn());
                            json.writeName(String.valueOf(served.subscriber().get(IMSI)));
                            json.writePOJO(tree);
                        });
                        json.writeEndObject();
                    });
                });
    }

    private Endpoint ofSubscriber() {
        return PcrfEndpoints.start(Method.GET, "/pcrf/pcrf_subscriber_imsi/{imsi}")
                .operationId("get_py_hss_pcrf__subscriber")
                .summary("Reads a subscriber with its sessions")
                .parameter(WHO)
                .ok("The subscriber, and its APNs with their sessions", SUBSCRIBER_DATA)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .strict(SessionEndpoints::ambiguousIsNull)
                .handledBy(this::ofSubscriber);
    }

    private Endpoint atApn() {
        return PcrfEndpoints.start(Method.GET, "/pcrf/pcrf_subscriber_imsi/{imsi}/{apn_id}")
                .operationId("get_py_hss_pcrf__subscriber__apn")
                .summary("Reads a subscriber's session at one APN")
                .parameters(List.of(WHO, Parameter.path(APN, Schema.id(), "Id of the APN", "1")))
                .ok("The session", SESSION)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .strict(SessionEndpoints::missingIsInternal)
                .handledBy(this::atApn);
    }

    private Endpoint byServingAddress() {
        return PcrfEndpoints.start(Method.GET, "/pcrf/pcrf_serving_apn_ip/{ip_address}")
                .operationId("get_py_hss_pcrf__serving_apn__ip")
                .summary("Finds the session that has an address; an empty object when none has")
                .description("Asked by other HSSs of the site. Of several sessions the newest is given.")
                .parameter(deviceAddress(IP_ADDRESS))
                .ok(
                        "The session, or an empty object",
                        new Schema.OneOf(List.of(SESSION, new Schema.Fields("", List.of()))))
                .handledBy(request -> {
                    var found = facilities.objects().find(ResourceType.SERVING_APN, ROUTING, request.path(IP_ADDRESS));
                    return Answer.json(found.isEmpty() ? JSON.objectNode() : rows.tree(found.getLast()));
                });
    }

    private Endpoint byAddress() {
        return PcrfEndpoints.start(Method.GET, "/pcrf/subscriber_routing/{subscriber_routing}")
                .operationId("get_py_hss_pcrf__subscriber__routing")
                .summary("Finds the only session that has an address")
                .parameter(deviceAddress(ROUTING))
                .ok("The session", SESSION)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .strict(SessionEndpoints::ambiguousIsNull)
                .handledBy(request -> {
                    var found = rows.only(ResourceType.SERVING_APN, ROUTING, request.path(ROUTING));
                    return found.row().map(rows::answer).orElseGet(() -> Answer.failed(found.failure()));
                });
    }

    private Answer ofSubscriber(Request request) {
        var found = rows.only(ResourceType.SUBSCRIBER, IMSI, request.path(IMSI));
        if (found.row().isEmpty()) {
            return Answer.failed(found.failure());
        }
        var subscriber = found.row().get();
        var served = sessions.of(subscriber);
        if (facilities.isStrict() && !served.apns().keySet().containsAll(Sessions.apnIds(subscriber))) {
            return Answer.notFound("the subscriber's apn_list names an APN that does not exist");
        }
        var json = JSON.objectNode();
        json.set("subscriber_data", rows.tree(subscriber));
        json.set(APNS, served.byApn());
        return Answer.json(json);
    }

    private Answer atApn(Request request) {
        var found = rows.only(ResourceType.SUBSCRIBER, IMSI, request.path(IMSI));
        if (found.row().isEmpty()) {
            return Answer.failed(found.failure());
        }
        long apn = request.pathNumber(APN);
        return facilities
                .objects()
                .find(
                        ResourceType.SERVING_APN,
                        "subscriber_id",
                        found.row().get().key())
                .stream()
                .filter(session -> Sessions.apnOf(session) == apn)
                .findFirst()
                .map(rows::answer)
                .orElseGet(() -> Answer.notFound("the subscriber has no session at apn " + apn));
    }

    private static Optional<Rendered> ambiguousIsNull(Failure failure) {
        return failure.kind() == Kind.CONFLICT
                ? Optional.of(Rendered.json(Status.OK, JSON.nullNode()))
                : Optional.empty();
    }

    /** PyHSS trips over what it does not find. */
    private static Optional<Rendered> missingIsInternal(Failure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND, CONFLICT, BAD_PARAMETER ->
                Optional.of(
                        Rendered.json(
                                INTERNAL,
                                JSON.objectNode()
                                        .put("result", "Failed")
                                        .put(
                                                "reason",
                                                "An internal server error occurred: 'NoneType' object has no attribute '__dict__'")));
            default -> Optional.empty();
        };
    }

    /** PyHSS calls it differently at each place. */
    private static Parameter deviceAddress(String name) {
        return Parameter.path(
                name, Schema.text(LONGEST_ADDRESS), "Address of the device, as its session has it", "10.45.0.7");
    }
}
