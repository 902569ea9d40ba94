// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the REST interface of a jHSS. */
public final class ApiClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String base;
    private final Optional<String> key;
    private final Optional<String> token;

    /** An answer; the body is missing when there is none. */
    record Reply(int status, JsonNode body) {

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    /**
     * @param base where it is, such as {@code http://127.0.0.1:8080}
     * @param key Provisioning-Key
     * @param token bearer token
     * @throws IllegalArgumentException when {@code base} is no address of HTTP
     */
    ApiClient(String base, Optional<String> key, Optional<String> token) {
        var uri = URI.create(base);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("'" + base + "' is no address such as http://127.0.0.1:8080");
        }
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.key = key;
        this.token = token;
    }

    Reply get(String path) throws IOException {
        return send("GET", path, Optional.empty());
    }

    /**
     * Sends a request.
     *
     * @throws IOException when there is no answer, or one that is not about the request: not let in, overloaded, out of order
     */
    Reply send(String method, String path, Optional<JsonNode> body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElse(BodyPublishers.noBody()));
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        key.ifPresent(value -> request.header("Provisioning-Key", value));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            return reply(client.send(request.build(), BodyHandlers.ofString()));
        } catch (ConnectException e) {
            throw new IOException("nobody answers at " + base + "; is the api service running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Reply reply(HttpResponse<String> response) throws IOException {
        var reply = new Reply(response.statusCode(), parse(response.body()));
        if (reply.isGood()) {
            return reply;
        }
        return switch (reply.status()) {
            case 400, 404, 409, 412, 422 -> reply;
            case 401, 403 ->
                throw new IOException(detail(reply) + "; --key and --token, or JHSS_API_KEY and JHSS_API_TOKEN,"
                        + " say who you are");
            default -> throw new IOException(base + " answers " + reply.status() + ": " + detail(reply));
        };
    }

    private JsonNode parse(String text) throws IOException {
        try {
            return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IOException("what answers at " + base + " is no jHSS: no JSON", e);
        }
    }

    static String detail(Reply reply) {
        for (var name : new String[] {"detail", "reason", "Result"}) {
            if (reply.body().path(name).isString()) {
                return reply.body().path(name).stringValue();
            }
        }
        return "no reason given";
    }

    @Override
    public void close() {
        client.close();
    }
}
