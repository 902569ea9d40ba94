// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.List;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Problem;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Response;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.platform.lifecycle.HealthRecord;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether the system does what it is for. */
final class HealthEndpoints {

    private static final String DOWN = "down";
    private static final int LONGEST = 512;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Schema.Fields PONG = new Schema.Fields(
            "Ping",
            List.of(Property.required("result", new Schema.Choice(List.of("OK")), "Always OK")
                    .example("OK")));

    private static final Schema.Fields HEALTH = new Schema.Fields(
            "Health",
            List.of(
                    Property.required(
                                    "status",
                                    new Schema.Choice(List.of("up", DOWN)),
                                    "Whether all that is needed is there")
                            .example("up"),
                    Property.required(
                            "checks",
                            new Schema.ArrayOf(new Schema.Fields(
                                    "Health check",
                                    List.of(
                                            Property.required("name", Schema.text(LONGEST), "What is needed")
                                                    .example("database"),
                                            Property.required("up", new Schema.Flag(), "Whether it is there"),
                                            Property.required(
                                                    "detail", Schema.text(LONGEST), "What answers, or why not")))),
                            "What is needed: database, redis, diameter, hss"),
                    Property.required(
                            "services",
                            new Schema.ArrayOf(new Schema.Fields(
                                    "Service health",
                                    List.of(
                                            Property.required("role", Schema.text(LONGEST), "Role of the process")
                                                    .example("hss"),
                                            Property.required("instance", Schema.text(LONGEST), "Its id"),
                                            Property.required("version", Schema.text(LONGEST), "Its version"),
                                            Property.required("state", Schema.text(LONGEST), "READY, DEGRADED, ...")
                                                    .example("READY"),
                                            Property.required("since", new Schema.Moment(), "Since when"),
                                            Property.required(
                                                    "missing",
                                                    new Schema.ArrayOf(Schema.text(LONGEST)),
                                                    "What it needs and does not reach")))),
                            "The processes that report")));

    private final SystemHealth health;

    HealthEndpoints(Facilities facilities) {
        this.health = new SystemHealth(facilities.store(), facilities.backbone());
    }

    List<Endpoint> all() {
        return List.of(ping(), health());
    }

    private Endpoint ping() {
        return Endpoint.of(Surface.PYHSS, Method.GET, "/oam/ping")
                .tag(OamEndpoints.TAG)
                .operationId("get_py_hss_oam__ping")
                .summary("Says whether all is well")
                .description(
                        "503, naming what is down, when the database, Redis, or all diameter or all hss processes are away."
                                + " Never needs a key.")
                .role(Role.OPEN)
                .ok("All is well", PONG)
                // PyHSS asks nobody.
                .strict(_ -> Optional.of(Rendered.json(Status.OK, pong())))
                .handledBy(_ -> {
                    var state = health.state();
                    return state.isUp() ? Answer.json(pong()) : Answer.failed(failure(state));
                });
    }

    private Endpoint health() {
        return Endpoint.of(Surface.EXTENSION, Method.GET, "/oam/health")
                .tag(OamEndpoints.TAG)
                .operationId("oam_health")
                .summary("Says in detail how the system does")
                .description("The same body with status 200 and 503. Never needs a key.")
                .role(Role.OPEN)
                .ok("All is well", HEALTH)
                .response(new Response(Kind.UNAVAILABLE.status(), "Something is down", Optional.of(HEALTH), List.of()))
                .handledBy(_ -> {
                    var state = health.state();
                    return Answer.json(state.isUp() ? Status.OK : Kind.UNAVAILABLE.status(), json(state));
                });
    }

    private static ObjectNode pong() {
        return JSON.objectNode().put("result", "OK");
    }

    private static Failure failure(SystemHealth.State state) {
        return Failure.of(
                Kind.UNAVAILABLE,
                state.parts().stream()
                        .filter(part -> !part.up())
                        .map(part -> new Problem(part.name(), DOWN, part.detail()))
                        .toList());
    }

    private static ObjectNode json(SystemHealth.State state) {
        var json = JSON.objectNode().put("status", state.isUp() ? "up" : DOWN);
        var checks = json.putArray("checks");
        for (var part : state.parts()) {
            checks.addObject().put("name", part.name()).put("up", part.up()).put("detail", part.detail());
        }
        var services = json.putArray("services");
        state.services().forEach(service -> services.add(json(service)));
        return json;
    }

    private static ObjectNode json(HealthRecord service) {
        var json = JSON.objectNode()
                .put("role", service.role())
                .put("instance", service.instance())
                .put("version", service.version())
                .put("state", service.state().name())
                .put("since", service.since().toString());
        var missing = json.putArray("missing");
        service.dependencies().stream()
                .filter(dependency -> !dependency.up())
                .forEach(dependency -> missing.add(dependency.name()));
        return json;
    }
}
