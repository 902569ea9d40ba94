// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jhss.api.ApiFixture;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.OperationIds;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.schema.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The documents as they are served, read by parsers that we have not written. */
class DocumentsTest {

    @TempDir
    static Path directory;

    private static ApiFixture api;
    private static JsonNode swagger;
    private static JsonNode openApi;

    /** An operation of a document. */
    private record Operation(String method, String path, JsonNode node) {

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        api = ApiFixture.start(directory, Map.of("HSS_SITE_NAME", "Test site"));
        swagger = api.get("/swagger.json").json();
        openApi = api.get("/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void theSwaggerDocumentHasPyHssOperationsWithItsIdsAndTags() {
        var expected = new TreeMap<String, String>();
        OperationIds.all().forEach((operation, id) -> expected.put(operation.method() + " " + operation.path(), id));
        var documented = new TreeMap<String, String>();
        operations(swagger)
                .forEach(operation -> documented.put(
                        operation.toString(),
                        operation.node().get("operationId").asString()));

        assertThat(documented).isEqualTo(expected).hasSize(99);
        assertThat(swagger.get("paths").propertyNames()).hasSize(75);
        assertThat(swagger.get("tags").valueStream().map(tag -> tag.get("name").asString()))
                .containsExactly(
                        "apn",
                        "auc",
                        "subscriber",
                        "ims_subscriber",
                        "tft",
                        "charging_rule",
                        "eir",
                        "subscriber_attributes",
                        "operation_logs",
                        "oam",
                        "pcrf",
                        "geored",
                        "push",
                        "roaming");
        assertThat(swagger.get("definitions").propertyNames())
                .contains(
                        "APN JSON",
                        "AUC JSON",
                        "SUBSCRIBER JSON",
                        "SUBSCRIBER_ROUTING JSON",
                        "IMS_SUBSCRIBER JSON",
                        "TFT JSON",
                        "CHARGING_RULE JSON",
                        "EIR JSON",
                        "SUBSCRIBER_ATTRIBUTES JSON",
                        "EMERGENCY_SUBSCRIBER JSON",
                        "ROAMING_RULE JSON",
                        "ROAMING_NETWORK JSON",
                        "PCRF_Rule",
                        "PCRF_PCSCF_Restoration_Subscriber",
                        "PCRF_PCSCF_Restoration",
                        "GeoRed",
                        "CLR");
    }

    @Test
    void anIndependentParserFindsNothingWrongWithTheSwaggerDocument() throws Exception {
        var parsed = parse("/swagger.json");

        assertThat(parsed.getMessages()).isNullOrEmpty();
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSameSizeAs(swagger.get("paths").propertyNames());
    }

    @Test
    void anIndependentParserFindsNothingWrongWithTheOpenApiDocument() throws Exception {
        var parsed = parse("/openapi.json");

        assertThat(parsed.getMessages()).isNullOrEmpty();
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSameSizeAs(openApi.get("paths").propertyNames());
    }

    @Test
    void theSwaggerDocumentLooksAsPyHssClientsKnowIt() {
        assertThat(swagger.get("swagger").asString()).isEqualTo("2.0");
        assertThat(swagger.get("basePath").asString()).isEqualTo("/");
        assertThat(swagger.at("/info/title").asString())
                .startsWith("Test site - ")
                .endsWith(" - jHSS OAM API");
        var apn = swagger.at("/definitions/APN JSON");
        assertThat(apn.get("title").asString()).isEqualTo("APN");
        assertThat(apn.get("required").valueStream().map(JsonNode::asString))
                .containsExactly("apn", "apn_ambr_dl", "apn_ambr_ul");
        assertThat(apn.at("/properties/apn/maxLength").asInt()).isEqualTo(50);
        var subscriber = swagger.at("/definitions/SUBSCRIBER JSON/properties");
        assertThat(subscriber.at("/serving_mme_timestamp/format").asString()).isEqualTo("date-time");
        var payload = swagger.at("/paths/~1apn~1/put/parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("body"))
                .findFirst()
                .orElseThrow();
        assertThat(payload.get("name").asString()).isEqualTo("payload");
        assertThat(payload.at("/schema/$ref").asString()).isEqualTo("#/definitions/APN JSON");
        var id = swagger.at("/paths/~1apn~1{apn_id}/get/parameters/0");
        assertThat(id.get("type").asString()).isEqualTo("string");
        assertThat(id.get("required").asBoolean()).isTrue();
    }

    @Test
    void theOpenApiDocumentHasEveryOperation() {
        var served = api.endpoints().stream()
                .filter(endpoint -> endpoint.surface() != Surface.SITE)
                .map(endpoint -> endpoint.method() + " " + bare(endpoint.path().text()))
                .sorted()
                .toList();

        assertThat(operations(openApi).stream()
                        .map(operation -> bare(operation.toString()))
                        .sorted())
                .isEqualTo(served);
        assertThat(operations(openApi).stream()
                        .map(operation -> operation.node().get("operationId").asString()))
                .doesNotHaveDuplicates();
        assertThat(openApi.get("components").get("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("ProvisioningKey", "Bearer");
    }

    @Test
    void everyFieldOfEveryObjectHasATypeATextAndAnExample() {
        for (var resource : ResourceType.values()) {
            var name = SwaggerSchemas.name(resource);
            var definition = swagger.get("definitions").get(name);
            if (definition != null) {
                assertFields(definition, "example", name);
                assertThat(definition.get("properties").propertyNames())
                        .containsExactlyElementsOf(resource.compatibleColumns().stream()
                                .map(Object::toString)
                                .toList());
            }
        }
        openApi.at("/components/schemas").forEachEntry((name, schema) -> {
            if (schema.has("properties")) {
                assertFields(schema, "examples", name);
            }
        });
    }

    @Test
    void everyFailureOfEveryOperationIsDocumentedWithItsBody() {
        for (var endpoint : api.endpoints()) {
            if (endpoint.surface() != Surface.SITE) {
                assertFailures(endpoint, operation(openApi, endpoint));
                if (endpoint.surface() == Surface.PYHSS) {
                    assertFailures(endpoint, operation(swagger, endpoint));
                }
            }
        }
    }

    @Test
    void examplesFitTheirSchemas() {
        var problems = new ArrayList<String>();
        openApi.at("/components/schemas")
                .forEachEntry((name, schema) ->
                        schema.path("examples").forEach(example -> problems.addAll(mismatches(name, schema, example))));
        for (var operation : operations(openApi)) {
            operation
                    .node()
                    .path("requestBody")
                    .path("content")
                    .forEachEntry((_, media) -> problems.addAll(
                            mismatches(operation + " request", media.get("schema"), media.get("example"))));
            operation
                    .node()
                    .get("responses")
                    .forEachEntry((status, response) -> response.path("content").forEach(media -> {
                        if (media.has("example")) {
                            problems.addAll(
                                    mismatches(operation + " " + status, media.get("schema"), media.get("example")));
                        }
                        media.path("examples")
                                .forEach(example -> problems.addAll(mismatches(
                                        operation + " " + status, media.get("schema"), example.get("value"))));
                    }));
            operation.node().path("parameters").forEach(parameter -> {
                if (parameter.has("example")) {
                    problems.addAll(mismatches(
                            operation + " " + parameter.get("name"),
                            parameter.get("schema"),
                            parameter.get("example")));
                }
            });
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void everyDocumentedGetAnswersAsDocumentedWhenItsExampleIsSent() throws Exception {
        var problems = new TreeSet<String>();
        for (var operation : operations(openApi)) {
            if (operation.method().equals("get")) {
                var reply = api.get(filled(operation));
                var documented = operation.node().get("responses").get(Integer.toString(reply.status()));
                if (documented == null || (reply.status() >= 500 && reply.status() != 503)) {
                    problems.add(operation + " answers " + reply.status() + " " + reply.json());
                } else {
                    documented
                            .path("content")
                            .forEach(media -> problems.addAll(mismatches(
                                    operation + " answers " + reply.json(), media.get("schema"), reply.json())));
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    private static SwaggerParseResult parse(String path) throws Exception {
        var options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIParser().readContents(api.get(path).raw().body(), List.of(), options);
    }

    private static List<Operation> operations(JsonNode document) {
        var all = new ArrayList<Operation>();
        document.get("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) -> all.add(new Operation(method, path, operation))));
        return all;
    }

    private static JsonNode operation(JsonNode document, Endpoint endpoint) {
        return operations(document).stream()
                .filter(operation ->
                        operation.node().get("operationId").asString().equals(endpoint.operationId()))
                .findFirst()
                .orElseThrow()
                .node();
    }

    private static void assertFailures(Endpoint endpoint, JsonNode operation) {
        for (var kind : endpoint.failures()) {
            var response = operation.get("responses").get(Integer.toString(kind.status()));
            assertThat(response).as("%s %s", endpoint.operationId(), kind).isNotNull();
            assertThat(response.has("schema") || response.has("content"))
                    .as("%s %s", endpoint.operationId(), kind)
                    .isTrue();
        }
    }

    private static void assertFields(JsonNode schema, String exampleKey, String name) {
        schema.get("properties").forEachEntry((field, property) -> {
            var where = name + "." + field;
            boolean structured = property.has("$ref")
                    || property.has("allOf")
                    || property.has("anyOf")
                    || property.has("x-oneOf")
                    || !property.has("type");
            assertThat(property.path("description").asString("")).as(where).isNotBlank();
            assertThat(structured || property.has(exampleKey)).as(where).isTrue();
        });
    }

    /** What is wrong with a value by its schema, which may refer to the document's models. */
    private static List<String> mismatches(String where, JsonNode schema, JsonNode value) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.putArray("allOf").add(schema);
        whole.putObject("components").set("schemas", openApi.at("/components/schemas"));
        return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(whole).validate(value).stream()
                .map(error -> where + ": " + error)
                .toList();
    }

    private static String filled(Operation operation) {
        var path = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.node().path("parameters")) {
            var name = parameter.get("name").asString();
            var value = URLEncoder.encode(parameter.path("example").asString(""), StandardCharsets.UTF_8);
            switch (parameter.get("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", value);
                case "query" -> query.add(name + "=" + value);
                default -> assertThat(name).isNotEmpty();
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String bare(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
