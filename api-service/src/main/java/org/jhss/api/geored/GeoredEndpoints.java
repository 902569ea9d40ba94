// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.geored;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.Fields;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Request;
import org.jhss.api.route.Response;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Surface;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What other sites tell, and which there are. */
public final class GeoredEndpoints {

    private static final String PATH = "/geored/";
    private static final int LONGEST = 512;
    private static final int INTERNAL = 500;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Schema.Fields REJECTED = new Schema.Fields(
            "GeoRed failure",
            List.of(
                    Property.required("result", new Schema.Choice(List.of("Failed")), "Always Failed"),
                    Property.required("Reason", Schema.text(LONGEST), "What is wrong"),
                    Property.required(
                            "Partial Response Data",
                            Schema.text(LONGEST),
                            "PyHSS's list of what was applied: here always empty, since all of a push is applied or nothing"),
                    Property.optional(
                            "errors",
                            new Schema.ArrayOf(new Schema.Fields(
                                    "",
                                    List.of(
                                            Property.required("field", Schema.text(LONGEST), "Field"),
                                            Property.required("rule", Schema.text(LONGEST), "Rule that it breaks"),
                                            Property.required("message", Schema.text(LONGEST), "For people")))),
                            "What is wrong with which field")));

    private final Facilities facilities;
    private final GeoredPush push;

    private GeoredEndpoints(Facilities facilities) {
        this.facilities = facilities;
        this.push = new GeoredPush(facilities);
    }

    /** All of them. */
    public static List<Endpoint> of(Facilities facilities) {
        var operations = new GeoredEndpoints(facilities);
        return List.of(operations.patch(), fields(), operations.peers(), operations.webhooks());
    }

    private Endpoint patch() {
        return start(Method.PATCH, PATH)
                .operationId("Update GeoRed")
                .summary("Takes over what another site has seen change")
                .description(
                        "Each section that its first field begins is applied, in PyHSS's order: serving MME, location, session, S-CSCF,"
                                + " P-CSCF, device, sequence number, emergency session. All of them are applied or none. Nothing is sent on to"
                                + " other sites. A sequence number never goes back, unless an administrator forces it.")
                .body(GeoredFields.PUSH, "What has changed")
                .ok(
                        "One element per section: null, or the row of an emergency session",
                        new Schema.ArrayOf(new Schema.Any()))
                .response(rejected(Kind.NOT_FOUND, "No such subscriber, or no such keys"))
                .response(rejected(Kind.CONFLICT, "More than one row has this IMSI"))
                .response(rejected(Kind.INVALID, "A field is missing or breaks its rule"))
                .strict(GeoredEndpoints::strict)
                .handledBy(this::patch);
    }

    private static Response rejected(Kind kind, String text) {
        return new Response(kind.status(), text, Optional.of(REJECTED), List.of());
    }

    private static Endpoint fields() {
        return start(Method.GET, PATH)
                .operationId("get_py_hss_geored")
                .summary("Names the fields that a push may have")
                .ok("Each field with the text string", new Schema.MapOf("field", new Schema.Choice(List.of("string"))))
                .handledBy(_ -> {
                    var json = JSON.objectNode();
                    GeoredFields.NAMES.forEach(name -> json.put(name, "string"));
                    return Answer.json(json);
                });
    }

    private Endpoint peers() {
        var config = facilities.config().geored();
        return start(Method.GET, "/geored/peers")
                .operationId("get_py_hss_geored__peers")
                .summary("Lists the other sites")
                .ok("The sites of geored.endpoints, or that geored is off", listed("peers"))
                .handledBy(_ -> list(config.enabled(), "peers", config.endpoints(), "Geored not enabled"));
    }

    private Endpoint webhooks() {
        var config = facilities.config().webhooks();
        return start(Method.GET, "/geored/webhooks")
                .operationId("get_py_hss_geored__webhooks")
                .summary("Lists who hears of changes")
                .ok("The addresses of webhooks.endpoints, or that webhooks are off", listed("endpoints"))
                .handledBy(_ -> list(config.enabled(), "endpoints", config.endpoints(), "Webhooks not enabled"));
    }

    private static Schema listed(String key) {
        return new Schema.OneOf(List.of(
                new Schema.Fields(
                        "",
                        List.of(Property.required(key, new Schema.ArrayOf(Schema.text(LONGEST)), "Base addresses"))),
                new Schema.Fields(
                        "",
                        List.of(
                                Property.required("result", new Schema.Choice(List.of("Failed")), "It is off"),
                                Property.required("Reason", Schema.text(LONGEST), "What is off")))));
    }

    private static EndpointBuilder start(Method method, String path) {
        return Endpoint.of(Surface.PYHSS, method, path).tag("geored");
    }

    private static Answer list(boolean enabled, String key, List<URI> addresses, String off) {
        var json = JSON.objectNode();
        if (!enabled) {
            return Answer.json(json.put("result", "Failed").put("Reason", off));
        }
        var array = json.putArray(key);
        addresses.forEach(address -> array.add(address.toString()));
        return Answer.json(json);
    }

    private Answer patch(Request request) {
        var body = request.object();
        if (new Fields(body).flag(GeoredFields.FORCE, false)
                && !request.caller().role().covers(Role.ADMIN)) {
            return Answer.failed(Failure.of(Kind.FORBIDDEN, "only an administrator may force a sequence number back"));
        }
        return switch (push.apply(body)) {
            case GeoredPush.Result.Done(var says) -> {
                if (body.has(EmergencySection.IP) && EmergencySection.isDelete(body)) {
                    yield Answer.json(JSON.objectNode());
                }
                var array = JSON.arrayNode();
                says.forEach(array::add);
                yield Answer.json(array);
            }
            case GeoredPush.Result.Failed failed -> failure(failed.why());
        };
    }

    private Answer failure(Section.Result.Rejected why) {
        var first = why.problems().getFirst();
        boolean noAddress =
                first.field().equals(EmergencySection.IP) && first.rule().equals("required");
        var reason = noAddress
                ? EmergencySection.IP + " missing from geored request"
                : first.field() + ": " + first.message();
        if (facilities.isStrict()) {
            return noAddress
                    ? Answer.json(JSON.objectNode().put("result", "Failed").put("Reason", reason))
                    : Answer.json(INTERNAL, body(reason));
        }
        var json = body(reason);
        var errors = json.putArray("errors");
        why.problems()
                .forEach(problem -> errors.addObject()
                        .put("field", problem.field())
                        .put("rule", problem.rule())
                        .put("message", problem.message()));
        return Answer.json(why.kind().status(), json);
    }

    private static ObjectNode body(String reason) {
        return JSON.objectNode().put("result", "Failed").put("Reason", reason).put("Partial Response Data", "[]");
    }

    private static Optional<Rendered> strict(Failure failure) {
        return failure.kind() == Kind.MALFORMED
                ? Optional.of(Rendered.json(INTERNAL, JSON.objectNode().put("message", "Internal Server Error")))
                : Optional.empty();
    }
}
