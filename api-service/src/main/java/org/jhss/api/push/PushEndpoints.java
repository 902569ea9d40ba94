// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.push;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.Fields;
import org.jhss.api.network.HssCalls;
import org.jhss.api.network.RowChange;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Response;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;

/** A Cancel-Location-Request to a node that the caller names: asked for by other sites when a subscriber has moved to them. */
public final class PushEndpoints {

    private static final String IMSI = "imsi";
    private static final String REALM = "DestinationRealm";
    private static final String HOST = "DestinationHost";
    private static final String TYPE = "cancellationType";
    private static final String PEER = "diameterPeer";
    private static final String REATTACH = "immediateReattach";
    private static final int LONGEST_NAME = 255;
    private static final int BAD_REQUEST = 400;
    private static final int WITHDRAWAL = 2;
    private static final int LAST_TYPE = 4;
    private static final String MME = "serving_mme";
    private static final String MME_SINCE = "serving_mme_timestamp";
    private static final List<String> SERVING_MME = List.of(MME, MME_SINCE, "serving_mme_realm", "serving_mme_peer");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Schema.Fields CLR = new Schema.Fields(
            "CLR",
            List.of(
                    Property.required(REALM, Schema.text(LONGEST_NAME), "Destination-Realm")
                            .example("epc.mnc001.mcc001.3gppnetwork.org"),
                    Property.optional(HOST, Schema.text(LONGEST_NAME), "Destination-Host; without it the peer itself")
                            .example("mme01.epc.mnc001.mcc001.3gppnetwork.org"),
                    Property.required(TYPE, new Schema.Whole(0, LAST_TYPE), "Cancellation-Type (TS 29.272 7.3.24)")
                            .example("2"),
                    Property.required(
                                    PEER,
                                    Schema.text(LONGEST_NAME),
                                    "Origin-Host of the connected peer that leads there")
                            .example("dra01.epc.mnc001.mcc001.3gppnetwork.org"),
                    Property.required(
                                    REATTACH,
                                    new Schema.Flag(),
                                    "Whether the device is to attach anew; with type 2 only")
                            .example("true")));

    private static final Schema.Fields RESULT = new Schema.Fields(
            "Push result",
            List.of(Property.required("result", Schema.text(LONGEST_NAME), "What was done, or not, for people")));

    private final Facilities facilities;

    private PushEndpoints(Facilities facilities) {
        this.facilities = facilities;
    }

    /** All of them. */
    public static List<Endpoint> of(Facilities facilities) {
        var operations = new PushEndpoints(facilities);
        return List.of(Endpoint.of(Surface.PYHSS, Method.PUT, "/push/clr/{imsi}")
                .tag("push")
                .operationId("put_py_hss_push__clr")
                .summary("Cancels a subscriber's location at a named node")
                .description(
                        "The request goes to the node whether or not the subscriber is registered there. If the stored serving MME is"
                                + " the one named, it is forgotten.")
                .parameter(Parameter.path(IMSI, new Schema.Text(15, "[0-9]{5,15}"), "IMSI", "001010000000001"))
                .body(CLR, "To whom, and how")
                .ok("It was sent", RESULT)
                .response(new Response(BAD_REQUEST, "The peer is not connected", Optional.of(RESULT), List.of()))
                .fails(Kind.NOT_FOUND, Kind.CONFLICT, Kind.INVALID, Kind.TIMED_OUT)
                .strict(PushEndpoints::strict)
                .handledBy(operations::push));
    }

    private Answer push(Request request) {
        var fields = new Fields(request.object());
        var realm = fields.requiredText(REALM);
        var peer = fields.requiredText(PEER);
        var host = fields.text(HOST).orElse(peer);
        int type = (int) fields.requiredNumber(TYPE, 0, LAST_TYPE);
        var flag = request.object().get(REATTACH);
        if (flag == null) {
            fields.problem(REATTACH, "required", "must be given");
        }
        boolean reattach = fields.flag(REATTACH, true);
        check(fields, REALM, realm, Realm.parse(realm).isPresent());
        check(fields, PEER, peer, PeerHost.parse(peer).isPresent());
        check(fields, HOST, host, PeerHost.parse(host).isPresent());
        var wrong = fields.failure();
        if (wrong.isPresent()) {
            return Answer.failed(wrong.get());
        }
        if (!facilities.backbone().isConnected(peer)) {
            return result(BAD_REQUEST, "Failed queueing CLR to " + peer);
        }
        var imsi = request.path(IMSI);
        var subscriber = facilities.rows().only(ResourceType.SUBSCRIBER, IMSI, imsi);
        if (subscriber.row().isEmpty()) {
            return Answer.failed(subscriber.failure());
        }
        var called = facilities
                .hss()
                .call(
                        "s6a.cancel-location",
                        JSON.objectNode()
                                .put(IMSI, imsi)
                                .put("type", type)
                                .put("node", type == 1 ? "sgsn" : "mme")
                                .put("reattach", reattach && type == WITHDRAWAL)
                                .put("host", host)
                                .put("realm", realm)
                                .put("peer", peer));
        if (!(called instanceof HssCalls.Result.Done done)) {
            return Answer.failed(HssCalls.failure(called, "S6a"));
        }
        if (!done.isSent()) {
            return result(BAD_REQUEST, "Failed queueing CLR to " + peer);
        }
        forget(subscriber.row().get(), host);
        return result(Status.OK, "Successfully queued CLR to " + peer);
    }

    private static void check(Fields fields, String name, String value, boolean good) {
        if (!value.isEmpty() && !good) {
            fields.problem(name, "domain_name", "must be a domain name");
        }
    }

    /** What the hss service has not forgotten because the node did not confirm; who has registered anew meanwhile stays so. */
    private void forget(ResourceRow before, String host) {
        if (!host.equalsIgnoreCase(String.valueOf(before.get(MME)))) {
            return;
        }
        facilities.store().tables().write(transaction -> {
            var change = new RowChange(transaction, facilities.config(), Instant.now());
            change.lock(ResourceType.SUBSCRIBER, before.key())
                    .filter(row -> row.get(MME) != null && Objects.equals(row.get(MME_SINCE), before.get(MME_SINCE)))
                    .ifPresent(row -> {
                        var changed = row.copy();
                        SERVING_MME.forEach(
                                column -> changed.values()[row.type().position(column)] = null);
                        change.update(row, changed);
                    });
            return change;
        });
    }

    private static Answer result(int status, String text) {
        return Answer.json(status, JSON.objectNode().put("result", text));
    }

    /** PyHSS answers 200 whatever is wrong with the request. */
    private static Optional<Rendered> strict(Failure failure) {
        return switch (failure.kind()) {
            case INVALID -> said("'" + failure.problems().getFirst().field() + "'");
            case MALFORMED, NOT_FOUND, CONFLICT, UNAVAILABLE, TIMED_OUT -> said(failure.reason());
            default -> Optional.empty();
        };
    }

    private static Optional<Rendered> said(String reason) {
        return Optional.of(Rendered.json(
                Status.OK, JSON.objectNode().put("result", "Failed").put("Reason", "Unable to send CLR: " + reason)));
    }
}
