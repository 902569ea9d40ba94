// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jhss.api.http.HttpSettings;
import org.jhss.api.http.WebServer;
import org.jhss.api.network.Backbone;
import org.jhss.api.route.Endpoint;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.platform.config.JhssConfig;
import org.jhss.platform.lifecycle.HealthRecord;
import org.jhss.platform.lifecycle.ServiceState;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface on a port and a database of its own, and a client of it. */
public final class ApiFixture implements AutoCloseable {

    /** An answer. */
    public record Reply(int status, JsonNode json, HttpResponse<String> raw) {

        /** A header, or "". */
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Store store;
    private final List<Endpoint> endpoints;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private ApiFixture(Store store, List<Endpoint> endpoints, WebServer server) {
        this.store = store;
        this.endpoints = endpoints;
        this.server = server;
    }

    /** Starts one; {@code environment} is configuration such as {@code API_COMPATIBILITY=strict}. */
    public static ApiFixture start(Path directory, Map<String, String> environment) throws Exception {
        return start(directory, environment, Backbone.NONE);
    }

    /** As {@link #start(Path, Map)}, with others to ask. */
    public static ApiFixture start(Path directory, Map<String, String> environment, Backbone backbone)
            throws Exception {
        var file = directory.resolve("hss.db");
        if (!Files.exists(file)) {
            Files.write(file, Template.FILE);
        }
        var store = Store.open(DatabaseSettings.sqlite(file), KeyVault.disabled());
        var config = config(environment);
        var endpoints = ApiService.endpoints(store, config, ApiFixture::health, backbone);
        var server = WebServer.start(
                HttpSettings.from(config), endpoints, ApiService.gate(store, config), new SimpleMeterRegistry());
        return new ApiFixture(store, endpoints, server);
    }

    /** A migrated database, made once: migrating takes longer than most tests. */
    private static final class Template {
        static final byte[] FILE = make();

        private static byte[] make() {
            try {
                var file = Files.createTempDirectory("jhss-template").resolve("hss.db");
                try (var store = Store.open(DatabaseSettings.sqlite(file), KeyVault.disabled())) {
                    store.migrator().migrate();
                }
                var octets = Files.readAllBytes(file);
                Files.delete(file);
                return octets;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static JhssConfig config(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("API_BIND_PORT", "0");
        var loaded = ConfigLoader.of(all).defaults();
        return loaded.config().orElseThrow(() -> new AssertionError(loaded.render()));
    }

    private static HealthRecord health() {
        return new HealthRecord(
                "api", "api-1", 1, "0", Instant.EPOCH, ServiceState.READY, Instant.EPOCH, List.of(), Map.of());
    }

    /** All that is served. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** The database behind it. */
    public Store store() {
        return store;
    }

    public WebServer server() {
        return server;
    }

    /** Sends a request. */
    public Reply send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        var request = HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        var text = response.body();
        return new Reply(response.statusCode(), JSON.readTree(text.isEmpty() ? "null" : text), response);
    }

    public Reply get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    public Reply put(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("PUT", path, body, headers);
    }

    public Reply patch(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("PATCH", path, body, headers);
    }

    public Reply delete(String path, String... headers) throws IOException, InterruptedException {
        return send("DELETE", path, "", headers);
    }

    @Override
    public void close() {
        client.close();
        server.close();
        store.close();
    }
}
