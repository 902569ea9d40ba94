// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.jhss.api.auth.KeyGate;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Surface;
import org.jhss.platform.config.ApiAccessConfig;
import org.jhss.platform.config.ProvisioningConfig;
import tools.jackson.databind.node.JsonNodeFactory;

/** A web server with a few operations that show what it does for all of them. */
final class TestServer {

    static final String ORIGIN_HOST = "hss01.example";
    static final int MAX_BODY = 2048;

    private static final Schema.Fields ANY = new Schema.Fields("Thing", List.of());

    private TestServer() {}

    static WebServer start(boolean strict) throws Exception {
        return start(strict, Optional.empty());
    }

    static WebServer start(boolean strict, Optional<ApiAccessConfig.Tls> tls) throws Exception {
        var settings = new HttpSettings("127.0.0.1", 0, ORIGIN_HOST, MAX_BODY, strict, List.of(), tls);
        var gate = new KeyGate(new ProvisioningConfig(false, Optional.empty()), true);
        return WebServer.start(settings, endpoints(), gate, new SimpleMeterRegistry());
    }

    private static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(Surface.PYHSS, Method.PUT, "/thing/")
                        .body(ANY, "A thing")
                        .ok("The thing", ANY)
                        .handledBy(request -> Answer.json(request.object())),
                Endpoint.of(Surface.PYHSS, Method.GET, "/thing/list")
                        .parameter(Parameter.query("page", new Schema.Whole(0, 100), "Page", 0))
                        .ok("Things", ANY)
                        .handledBy(request -> Answer.stream(generator -> {
                            generator.writeStartArray();
                            generator.writeNumber(request.queryNumber("page"));
                            generator.writeEndArray();
                        })),
                Endpoint.of(Surface.PYHSS, Method.GET, "/thing/{thing_id}")
                        .parameter(Parameter.path("thing_id", Schema.id(), "Id", "1"))
                        .fails(Kind.NOT_FOUND)
                        .ok("The thing", ANY)
                        .handledBy(request -> request.pathNumber("thing_id") == 1
                                ? Answer.json(
                                        JsonNodeFactory.instance.objectNode().put("thing_id", 1))
                                : Answer.notFound("no such thing")),
                Endpoint.of(Surface.PYHSS, Method.GET, "/broken")
                        .ok("Never", ANY)
                        .handledBy(_ -> {
                            throw new IllegalStateException("secret of " + Surface.PYHSS);
                        }),
                Endpoint.of(Surface.V1, Method.GET, "/v1/things/{thing_id}")
                        .parameter(Parameter.path("thing_id", Schema.id(), "Id", "1"))
                        .ok("The thing", ANY)
                        .handledBy(_ -> Answer.notFound("no such thing")),
                Endpoint.of(Surface.PYHSS, Method.GET, "/old/{imsi}")
                        .parameter(Parameter.path("imsi", Schema.text(18), "IMSI", "001010000000001"))
                        .changesState(true)
                        .deprecatedFor("/old/{imsi}")
                        .ok("Done", ANY)
                        .handledBy(request -> Answer.json(
                                JsonNodeFactory.instance.objectNode().put("imsi", request.path("imsi")))));
    }
}
