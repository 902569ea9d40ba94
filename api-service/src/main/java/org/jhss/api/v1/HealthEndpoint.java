// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.jhss.platform.lifecycle.ServiceState;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whether this process is well, for load balancers; tells nothing that strangers should not know. */
final class HealthEndpoint {

    private static final int UNAVAILABLE = 503;
    private static final Schema.Fields HEALTH = new Schema.Fields(
            "Readiness",
            List.of(
                    Property.required("state", Schema.text(20), "READY, or what else")
                            .example("READY"),
                    Property.required("version", Schema.text(40), "Version of jHSS")
                            .example("0.1.0")));

    private HealthEndpoint() {}

    static Endpoint of(Supplier<HealthRecord> health) {
        return Endpoint.of(Surface.V1, Method.GET, "/v1/health")
                .tag("health")
                .operationId("get_health")
                .summary("Says whether the REST interface is ready")
                .role(Role.OPEN)
                .ok("It is", HEALTH)
                .response(new Response(UNAVAILABLE, "It is not", Optional.of(HEALTH), List.of()))
                .handledBy(_ -> {
                    var now = health.get();
                    return Answer.json(
                            now.state() == ServiceState.READY ? Status.OK : UNAVAILABLE,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("state", now.state().name())
                                    .put("version", now.version()));
                });
    }
}
