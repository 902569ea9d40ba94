// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Body;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.PathTemplate;
import org.jhss.api.route.Response;
import org.jhss.api.route.Surface;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of all operations. */
final class OpenApiDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String JSON_TYPE = "application/json";

    private final Examples examples;
    private final OpenApiSchemas schemas;
    /** Paths by their shape: OpenAPI has no two that differ in the names of variables only, but PyHSS does. */
    private final Map<String, List<String>> variables = new HashMap<>();

    private OpenApiDocument(Site site) {
        this.examples = new Examples(site.insecureAuc());
        this.schemas = new OpenApiSchemas(examples, site.insecureAuc());
    }

    /** Writes it. */
    static ObjectNode of(Site site, List<Endpoint> all) {
        var endpoints = all.stream()
                .filter(endpoint -> endpoint.surface() != Surface.SITE)
                .sorted(Comparator.comparing((Endpoint endpoint) -> endpoint.surface() == Surface.V1)
                        .thenComparingInt(endpoint -> Tags.rank(endpoint.tag())))
                .toList();
        return new OpenApiDocument(site).write(site, endpoints);
    }

    private ObjectNode write(Site site, List<Endpoint> endpoints) {
        var root = JSON.objectNode().put("openapi", "3.1.1");
        var info = root.putObject("info").put("title", site.title()).put("version", site.version());
        info.put("description", Texts.introduction(site));
        info.putObject("license").put("name", "AGPL-3.0-or-later").put("identifier", "AGPL-3.0-or-later");
        root.putArray("servers").addObject().put("url", "/").put("description", "This server");
        root.set("tags", Tags.of(endpoints));
        var paths = root.putObject("paths");
        for (var endpoint : endpoints) {
            var names = variables.computeIfAbsent(
                    shape(endpoint.path()), _ -> endpoint.path().variables());
            var path = paths.withObjectProperty(template(endpoint.path(), names));
            path.set(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint, names));
        }
        var components = root.putObject("components");
        components.set("schemas", schemas.models);
        components.set("headers", Headers.all());
        securitySchemes(components.putObject("securitySchemes"));
        return root;
    }

    private static void securitySchemes(ObjectNode schemes) {
        schemes.putObject(Security.KEY)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Provisioning-Key")
                .put("description", "hss.provisioning_key; needed while hss.lock_provisioning is on.");
        schemes.putObject(Security.BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token with the role that the operation names, where tokens are used.");
    }

    private ObjectNode operation(Endpoint endpoint, List<String> names) {
        var node = JSON.objectNode();
        node.putArray("tags").add(endpoint.tag());
        node.put("summary", endpoint.summary());
        node.put("description", Texts.description(endpoint));
        node.put("operationId", endpoint.operationId());
        if (endpoint.successor().isPresent()) {
            node.put("deprecated", true);
        }
        var parameters = node.putArray("parameters");
        int variable = 0;
        for (var parameter : endpoint.parameters()) {
            var name = parameter.in() == Parameter.In.PATH ? names.get(variable++) : parameter.name();
            parameters.add(parameter(parameter, name));
        }
        if (parameters.isEmpty()) {
            node.remove("parameters");
        }
        endpoint.body().ifPresent(body -> node.set("requestBody", requestBody(body)));
        var responses = node.putObject("responses");
        endpoint.responses()
                .forEach(response -> responses.set(Integer.toString(response.status()), response(endpoint, response)));
        ErrorTexts.byStatus(endpoint).forEach((status, kinds) -> {
            if (!responses.has(status.toString())) {
                responses.set(status.toString(), failure(endpoint, kinds));
            }
        });
        Security.either(node, endpoint.role());
        node.put("x-role", endpoint.role().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private ObjectNode parameter(Parameter parameter, String name) {
        var node = JSON.objectNode().put("name", name);
        node.put("in", parameter.in().name().toLowerCase(Locale.ROOT));
        node.put("description", parameter.description());
        node.put("required", parameter.required());
        var schema = schemas.write(parameter.schema(), Use.CREATE);
        parameter.defaultText().ifPresent(text -> schema.set("default", Examples.parsed(parameter.schema(), text)));
        node.set("schema", schema);
        if (!parameter.example().isEmpty()) {
            node.set("example", Examples.parsed(parameter.schema(), parameter.example()));
        }
        return node;
    }

    private ObjectNode requestBody(Body body) {
        var use = Use.ofBody(body.schema());
        var node = JSON.objectNode().put("description", body.description()).put("required", body.required());
        var media = node.putObject("content").putObject(JSON_TYPE);
        media.set("schema", schemas.write(body.schema(), use));
        media.set("example", examples.of(body.schema(), use));
        return node;
    }

    private ObjectNode response(Endpoint endpoint, Response response) {
        var node = JSON.objectNode().put("description", response.description());
        var headers = node.putObject("headers");
        Headers.refer(headers, response.headers());
        if (endpoint.successor().isPresent()) {
            Headers.refer(headers, List.of("Deprecation", "Link"));
        }
        response.body().ifPresent(body -> {
            var media = node.putObject("content").putObject(JSON_TYPE);
            media.set("schema", schemas.write(body, Use.ANSWER));
            media.set("example", examples.of(body, Use.ANSWER));
        });
        return node;
    }

    private ObjectNode failure(Endpoint endpoint, List<Kind> kinds) {
        var node = JSON.objectNode().put("description", ErrorTexts.description(kinds));
        Headers.refer(node.putObject("headers"), kinds.contains(Kind.TOO_MANY) ? List.of("Retry-After") : List.of());
        var media = node.putObject("content")
                .putObject(ErrorTexts.example(endpoint, kinds.getFirst()).contentType());
        media.set("schema", schemas.write(ErrorTexts.model(endpoint, kinds.getFirst()), Use.ANSWER));
        var all = media.putObject("examples");
        for (var kind : kinds) {
            all.putObject(kind.name().toLowerCase(Locale.ROOT))
                    .put("summary", kind.title())
                    .set("value", ErrorTexts.example(endpoint, kind).body());
        }
        return node;
    }

    private static String shape(PathTemplate path) {
        return template(path, path.variables().stream().map(_ -> "").toList());
    }

    /** The path with other names for its variables. */
    private static String template(PathTemplate path, List<String> names) {
        var text = path.text();
        for (int i = 0; i < names.size(); i++) {
            var name = path.variables().get(i);
            text = text.replace("{" + name + "...}", "{" + names.get(i) + "}")
                    .replace("{" + name + "}", "{" + names.get(i) + "}");
        }
        return text;
    }
}
