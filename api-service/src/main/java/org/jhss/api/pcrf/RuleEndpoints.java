// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.pcrf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jhss.api.crud.Rows;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.Fields;
import org.jhss.api.network.HssCalls;
import org.jhss.api.network.NodeResult;
import org.jhss.api.network.Sessions;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Charging rules: shown with their filters, and put into sessions. */
final class RuleEndpoints {

    private static final String IMSI = "imsi";
    private static final String APN = "apn_id";
    private static final String RULE = "charging_rule_id";
    private static final int LONGEST = 512;
    private static final int INTERNAL = 500;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Schema.Fields ORDER = new Schema.Fields(
            "PCRF_Rule",
            List.of(
                    Property.required(IMSI, Schema.text(15), "IMSI of the subscriber")
                            .example("001010000000001"),
                    Property.required(APN, Schema.id(), "Id of the APN of the session")
                            .example("1"),
                    Property.required(RULE, Schema.id(), "Id of the charging rule")
                            .example("1")));

    private static final Schema.Fields SENT = new Schema.Fields(
            "Rule sent",
            List.of(
                    Property.required("Result", Schema.text(LONGEST), "Says that it was sent")
                            .example("Successfully sent Gx RAR"),
                    Property.required("destinationClients", Schema.text(LONGEST), "Origin-Host of the PDN gateway")));

    private static final Schema.Extended RULE_WITH_FILTERS = new Schema.Extended(
            "CHARGING_RULE with TFT",
            new Schema.Row(ResourceType.CHARGING_RULE, Schema.Form.COMPATIBLE, false),
            List.of(Property.required(
                    "tft", new Schema.ArrayOf(Schema.row(ResourceType.TFT)), "The packet filters of its group")));

    private final Facilities facilities;
    private final Rows rows;

    RuleEndpoints(Facilities facilities) {
        this.facilities = facilities;
        this.rows = facilities.rows();
    }

    List<Endpoint> all() {
        return List.of(push(), show());
    }

    private Endpoint push() {
        return PcrfEndpoints.start(Method.PUT, "/pcrf/")
                .operationId("Push predefined Charging Rule to Subscriber")
                .summary("Puts a charging rule into a session")
                .description(
                        "Sends a Re-Auth-Request over Gx to the PDN gateway of the session. 503 when Gx is not served here or the"
                                + " gateway is not connected; then nothing was sent.")
                .body(ORDER, "Whose session, at which APN, and which rule")
                .ok("It was sent", SENT)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT, Kind.INVALID, Kind.BAD_GATEWAY, Kind.TIMED_OUT)
                .strict(RuleEndpoints::strict)
                .handledBy(this::push);
    }

    private Endpoint show() {
        return PcrfEndpoints.start(Method.GET, "/pcrf/{charging_rule_id}")
                .operationId("get_py_hss_pcrf__complete")
                .summary("Reads a charging rule with its packet filters")
                .parameter(Parameter.path(RULE, Schema.id(), "Id of the charging rule", "1"))
                .ok("The rule", RULE_WITH_FILTERS)
                .fails(Kind.NOT_FOUND)
                .handledBy(this::show);
    }

    private Answer show(Request request) {
        var key = Math.toIntExact(request.pathNumber(RULE));
        var rule = facilities.objects().read(ResourceType.CHARGING_RULE, key);
        if (rule.isEmpty()) {
            return Answer.notFound("there is no charging_rule " + key);
        }
        var json = rows.tree(rule.get());
        var filters = json.putArray("tft");
        if (rule.get().get("tft_group_id") instanceof Integer group) {
            facilities
                    .objects()
                    .find(ResourceType.TFT, "tft_group_id", group)
                    .forEach(row -> filters.add(rows.tree(row)));
        }
        return Answer.json(json);
    }

    private Answer push(Request request) {
        var fields = new Fields(request.object());
        var imsi = fields.requiredText(IMSI);
        int apn = (int) fields.requiredNumber(APN, 1, Integer.MAX_VALUE);
        int rule = (int) fields.requiredNumber(RULE, 1, Integer.MAX_VALUE);
        if (fields.failure().isEmpty()
                && facilities.objects().read(ResourceType.CHARGING_RULE, rule).isEmpty()) {
            fields.problem(RULE, "reference", "there is no charging_rule " + rule);
        }
        var wrong = fields.failure();
        if (wrong.isPresent()) {
            return Answer.failed(wrong.get());
        }
        var subscriber = rows.only(ResourceType.SUBSCRIBER, IMSI, imsi);
        if (subscriber.row().isEmpty()) {
            return Answer.failed(subscriber.failure());
        }
        var session = session(subscriber.row().get(), apn);
        if (session.isEmpty()) {
            return Answer.notFound("the subscriber has no session at apn " + apn);
        }
        return push(
                session.get(), JSON.objectNode().put(IMSI, imsi).put(APN, apn).put(RULE, rule));
    }

    private Optional<ResourceRow> session(ResourceRow subscriber, int apn) {
        return facilities.objects().find(ResourceType.SERVING_APN, "subscriber_id", subscriber.key()).stream()
                .filter(row -> Sessions.apnOf(row) == apn)
                .findFirst();
    }

    private Answer push(ResourceRow session, ObjectNode order) {
        var result = facilities.hss().call("gx.reauth", order);
        var gateway = Objects.toString(session.get("serving_pgw"), "");
        if (facilities.isStrict()) {
            // PyHSS does not look whether there is anybody to send it to.
            return sent(gateway);
        }
        if (!(result instanceof HssCalls.Result.Done done)) {
            return Answer.failed(HssCalls.failure(result, "Gx"));
        }
        if (!done.isSent()) {
            return Answer.failed(Failure.of(Kind.UNAVAILABLE, "the PDN gateway " + gateway + " is not connected"));
        }
        return done.nodes().stream().anyMatch(NodeResult::success) ? sent(gateway) : Answer.failed(refused(done));
    }

    private static Failure refused(HssCalls.Result.Done done) {
        var node = done.nodes().getFirst();
        return Failure.of(
                node.result().equals("TIMEOUT") ? Kind.TIMED_OUT : Kind.BAD_GATEWAY,
                "the PDN gateway " + node.host() + " has not agreed: " + node.result());
    }

    private static Answer sent(String gateway) {
        return Answer.json(
                JSON.objectNode().put("Result", "Successfully sent Gx RAR").put("destinationClients", gateway));
    }

    private static Optional<Rendered> strict(Failure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND, CONFLICT, INVALID ->
                Optional.of(Rendered.json(INTERNAL, JSON.objectNode().put("message", "Internal Server Error")));
            case MALFORMED ->
                Optional.of(
                        Rendered.json(Kind.MALFORMED.status(), JSON.objectNode().put("message", failure.reason())));
            default -> Optional.empty();
        };
    }
}
