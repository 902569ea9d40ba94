// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests of a browser, out of its DevTools events. */
final class TrafficLog {

    /**
     * @param outcome status and reason such as "200", or why there was no answer
     */
    record Exchange(String method, String url, String outcome) {

        boolean failed() {
            return !outcome.startsWith("2") && !outcome.startsWith("3") && !outcome.isEmpty();
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();

    void take(String event) {
        var message = JSON.readTree(event).path("message");
        var parameters = message.path("params");
        var id = parameters.path("requestId").asString("");
        switch (message.path("method").asString("")) {
            case "Network.requestWillBeSent" -> request(id, parameters.path("request"));
            case "Network.responseReceived" ->
                outcome(id, parameters.path("response").path("status").asString("?"));
            case "Network.loadingFailed" -> failure(id, parameters);
            default -> {}
        }
    }

    Collection<Exchange> exchanges() {
        return exchanges.values();
    }

    private void request(String id, JsonNode request) {
        exchanges.put(
                id,
                new Exchange(
                        request.path("method").asString("?"),
                        request.path("url").asString("?"),
                        ""));
    }

    private void failure(String id, JsonNode parameters) {
        // A page that is left gives up what it waits for.
        if (!parameters.path("canceled").asBoolean(false)) {
            outcome(id, parameters.path("errorText").asString("failed"));
        }
    }

    private void outcome(String id, String outcome) {
        exchanges.computeIfPresent(id, (key, exchange) -> new Exchange(exchange.method(), exchange.url(), outcome));
    }
}
