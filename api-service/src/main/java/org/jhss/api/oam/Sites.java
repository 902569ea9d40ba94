// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jhss.platform.config.schema.SecretString;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the REST interfaces of other sites: all at once, each for a second at most, certificates verified. Thread-safe. */
final class Sites {

    /** What a site said. */
    sealed interface Reply {

        /** Its JSON. */
        record Said(JsonNode json) implements Reply {}

        /** Why there is nothing to be had of it. */
        record Failed(String reason) implements Reply {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final long LONGEST_BODY = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NEVER)
            .build();
    private final List<URI> sites;
    private final Optional<SecretString> key;

    /**
     * @param key the provisioning key, shown to sites that are reached over TLS
     */
    Sites(List<URI> sites, Optional<SecretString> key) {
        this.sites = List.copyOf(sites);
        this.key = key;
    }

    /** What each site says at {@code path}, in the order of the configuration. */
    Map<URI, Reply> get(String path) {
        Map<URI, Reply> replies = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<URI, Future<Reply>> asked = new LinkedHashMap<>();
            for (var site : sites) {
                Callable<Reply> question = () -> ask(site, path);
                asked.put(site, threads.submit(question));
            }
            for (var one : asked.entrySet()) {
                replies.put(one.getKey(), result(one.getValue()));
            }
        }
        return replies;
    }

    private Reply ask(URI site, String path) throws InterruptedException {
        try {
            var base = site.toString();
            var uri = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
            var request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
            if ("https".equals(uri.getScheme())) {
                key.ifPresent(secret -> request.header("Provisioning-Key", secret.reveal()));
            }
            var response = client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_BODY));
            if (response.statusCode() != OK) {
                return new Reply.Failed("answered " + response.statusCode());
            }
            return new Reply.Said(JSON.readTree(response.body()));
        } catch (IOException e) {
            return new Reply.Failed("cannot be asked: " + e.getClass().getSimpleName());
        } catch (JacksonException _) {
            return new Reply.Failed("answered something that is no JSON");
        }
    }

    private static Reply result(Future<Reply> asked) {
        try {
            return asked.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Failed("was not waited for");
        } catch (ExecutionException e) {
            return new Reply.Failed(
                    "cannot be asked: " + String.valueOf(e.getCause()).replaceAll(":.*", ""));
        }
    }
}
