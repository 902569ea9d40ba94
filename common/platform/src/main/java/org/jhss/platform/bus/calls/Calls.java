// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.calls;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.MessageStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls between services: named requests with a JSON body, each handled by one instance of the service that is called. Thread-safe.
 */
public final class Calls implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Bus bus;
    private final Replies replies;
    private final List<CallServer> servers = new CopyOnWriteArrayList<>();

    /**
     * @param replies where the replies come in; stays the caller's to close
     */
    public Calls(Bus bus, Replies replies) {
        this.bus = bus;
        this.replies = replies;
    }

    /**
     * Calls {@code name} of {@code service}.
     *
     * @return completes with the result, never exceptionally
     */
    public CompletableFuture<CallResult> call(String service, String name, JsonNode arguments, Duration timeout) {
        long now = System.currentTimeMillis();
        var envelope =
                Envelope.call(name, replies.nextCorrelationId(), now, now + timeout.toMillis(), replies.address());
        return replies.request(bus.keys().calls(service), envelope, JSON.writeValueAsBytes(arguments), timeout)
                .thenApply(Calls::result);
    }

    /** Serves the calls to {@code service} by these handlers, together with its other instances, until closed. */
    public void serve(String service, Map<String, CallHandler> handlers) {
        servers.add(CallServer.start(bus, service, Map.copyOf(handlers)));
    }

    @Override
    public void close() {
        servers.forEach(CallServer::close);
    }

    private static CallResult result(Reply reply) {
        var body = reply.message()
                .map(message -> parse(message.buffer(), message.offset(), message.length()))
                .orElseGet(JSON::nullNode);
        if (reply.isOk()) {
            return new CallResult.Answer(body);
        }
        var reason = body.isString() ? body.stringValue() : describe(reply.status());
        return new CallResult.Failure(reply.status(), reason);
    }

    static JsonNode parse(byte[] buffer, int offset, int length) {
        try {
            return JSON.readTree(buffer, offset, length);
        } catch (JacksonException _) {
            return JSON.nullNode();
        }
    }

    private static String describe(MessageStatus status) {
        return switch (status) {
            case TIMEOUT -> "no reply in time";
            case UNAVAILABLE -> "the service or Redis is not there";
            case UNKNOWN_CALL -> "the service knows no such call";
            default -> "failed";
        };
    }
}
