// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Handler;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Response;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The documents, written once from all operations, and Swagger UI, which shows them; all without a key. */
public final class DocsEndpoints {

    private static final String JSON = "application/json";
    private static final String INDEX = "index.html";
    private static final String OWN_FILES = "org/jhss/api/docs/";
    private static final String WEBJAR_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final int LONGEST_NAME = 100;

    private DocsEndpoints() {}

    /** What serves the documents of {@code endpoints}. */
    public static List<Endpoint> of(Site site, List<Endpoint> endpoints) {
        var own = new PageFiles(OWN_FILES);
        var swaggerUi = new PageFiles("META-INF/resources/webjars/swagger-ui/" + webjarVersion() + "/");
        return List.of(
                document("/swagger.json", "The Swagger 2.0 document of PyHSS's paths", swagger(site, endpoints)),
                document("/openapi.json", "The OpenAPI 3.1 document of all paths", openApi(site, endpoints)),
                page("/docs/", "Swagger UI", request -> own.answer(INDEX, request)),
                file("/docs/{file}", "A file of the page", request -> own.answer(request.path("file"), request)),
                file(
                        "/swaggerui/{file}",
                        "A file of Swagger UI",
                        request -> swaggerUi.answer(request.path("file"), request)));
    }

    /** The Swagger 2.0 document. */
    static ObjectNode swagger(Site site, List<Endpoint> endpoints) {
        return SwaggerDocument.of(site, endpoints);
    }

    /** The OpenAPI 3.1 document. */
    static ObjectNode openApi(Site site, List<Endpoint> endpoints) {
        return OpenApiDocument.of(site, endpoints);
    }

    private static Endpoint document(String path, String summary, ObjectNode tree) {
        var page = new Page(JSON, JsonMapper.shared().writeValueAsBytes(tree));
        return page(path, summary, page::answer);
    }

    private static Endpoint page(String path, String summary, Handler handler) {
        return start(path, summary).handledBy(handler);
    }

    private static Endpoint file(String path, String summary, Handler handler) {
        return start(path, summary)
                .parameter(Parameter.path("file", Schema.text(LONGEST_NAME), "Name", INDEX))
                .fails(Kind.NOT_FOUND)
                .handledBy(handler);
    }

    private static EndpointBuilder start(String path, String summary) {
        return Endpoint.of(Surface.SITE, Method.GET, path)
                .summary(summary)
                .role(Role.OPEN)
                .response(new Response(Status.OK, summary, Optional.empty(), List.of("ETag")))
                .response(new Response(
                        Status.NOT_MODIFIED, "The client's copy is right", Optional.empty(), List.of("ETag")));
    }

    /** The webjar keeps its files below its version, which a dependency update changes. */
    private static String webjarVersion() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(
                DocsEndpoints.class.getClassLoader().getResourceAsStream(WEBJAR_VERSION), WEBJAR_VERSION)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"), WEBJAR_VERSION);
    }
}
