// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Body;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Response;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Surface;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The Swagger 2.0 document of PyHSS's operations, shaped as PyHSS's own. */
final class SwaggerDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String JSON_TYPE = "application/json";

    private final Examples examples;
    private final SwaggerSchemas schemas;

    private SwaggerDocument(Examples examples) {
        this.examples = examples;
        this.schemas = new SwaggerSchemas(examples);
    }

    /** Writes it. */
    static ObjectNode of(Site site, List<Endpoint> all) {
        var endpoints = all.stream()
                .filter(endpoint -> endpoint.surface() == Surface.PYHSS)
                .sorted(Comparator.comparingInt(endpoint -> Tags.rank(endpoint.tag())))
                .toList();
        return new SwaggerDocument(new Examples(site.insecureAuc())).write(site, endpoints);
    }

    private ObjectNode write(Site site, List<Endpoint> endpoints) {
        var root = JSON.objectNode().put("swagger", "2.0").put("basePath", "/");
        var paths = root.putObject("paths");
        for (var endpoint : endpoints) {
            var path = paths.withObjectProperty(endpoint.path().text());
            path.set(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        var info = root.putObject("info").put("title", site.title()).put("version", site.version());
        info.put("description", Texts.introduction(site));
        info.putObject("license")
                .put("name", "AGPL-3.0-or-later")
                .put("url", "https://www.gnu.org/licenses/agpl-3.0.html");
        root.putArray("produces").add(JSON_TYPE);
        root.putArray("consumes").add(JSON_TYPE);
        var security = root.putObject("securityDefinitions");
        security.putObject(Security.KEY)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Provisioning-Key")
                .put("description", "hss.provisioning_key; needed while hss.lock_provisioning is on.");
        security.putObject(Security.BEARER)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Authorization")
                .put("description", "The word Bearer, a blank and a token, where tokens are used.");
        root.set("tags", Tags.of(endpoints));
        root.set("definitions", schemas.models);
        return root;
    }

    private ObjectNode operation(Endpoint endpoint) {
        var node = JSON.objectNode();
        node.put("summary", endpoint.summary());
        node.put("description", Texts.description(endpoint));
        node.put("operationId", endpoint.operationId());
        node.putArray("tags").add(endpoint.tag());
        var parameters = node.putArray("parameters");
        endpoint.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        endpoint.body().ifPresent(body -> parameters.add(payload(body)));
        if (parameters.isEmpty()) {
            node.remove("parameters");
        }
        var responses = node.putObject("responses");
        endpoint.responses()
                .forEach(response -> responses.set(Integer.toString(response.status()), response(response)));
        ErrorTexts.byStatus(endpoint).forEach((status, kinds) -> {
            if (!responses.has(status.toString())) {
                responses.set(status.toString(), failure(endpoint, kinds));
            }
        });
        if (endpoint.successor().isPresent()) {
            node.put("deprecated", true);
        }
        Security.either(node, endpoint.role());
        return node;
    }

    /** Whatever it is, PyHSS calls a part of the path a string. */
    private ObjectNode parameter(Parameter parameter) {
        boolean path = parameter.in() == Parameter.In.PATH;
        var node = path && !(parameter.schema() instanceof Schema.Text)
                ? JSON.objectNode().put("type", "string")
                : schemas.write(parameter.schema(), Use.CREATE);
        node.put("in", parameter.in().name().toLowerCase(Locale.ROOT)).put("name", parameter.name());
        node.put("description", parameter.description() + range(parameter));
        if (parameter.required()) {
            node.put("required", true);
        }
        parameter.defaultText().ifPresent(text -> node.set("default", Examples.parsed(parameter.schema(), text)));
        if (parameter.defaultText().isEmpty() && !parameter.example().isEmpty()) {
            node.put("x-example", parameter.example());
        }
        return node;
    }

    private static String range(Parameter parameter) {
        return parameter.in() == Parameter.In.PATH && parameter.schema() instanceof Schema.Whole whole
                ? " (" + whole.min() + " to " + whole.max() + ")"
                : "";
    }

    private ObjectNode payload(Body body) {
        var node = JSON.objectNode().put("name", "payload").put("in", "body").put("required", body.required());
        node.put("description", body.description());
        var schema = schemas.write(body.schema(), Use.CREATE);
        if (!schema.has("$ref") && !schema.has("example")) {
            schemas.example(schema, examples.of(body.schema(), Use.ofBody(body.schema())));
        }
        return node.set("schema", schema);
    }

    private ObjectNode response(Response response) {
        var node = JSON.objectNode().put("description", response.description());
        response.body().ifPresent(body -> {
            node.set("schema", schemas.write(body, Use.ANSWER));
            node.putObject("examples").set(JSON_TYPE, examples.of(body, Use.ANSWER));
        });
        return node;
    }

    private ObjectNode failure(Endpoint endpoint, List<Kind> kinds) {
        var node = JSON.objectNode().put("description", ErrorTexts.description(kinds));
        var kind = kinds.getFirst();
        node.set("schema", schemas.write(ErrorTexts.model(endpoint, kind), Use.ANSWER));
        node.putObject("examples")
                .set(JSON_TYPE, ErrorTexts.example(endpoint, kind).body());
        return node;
    }
}
