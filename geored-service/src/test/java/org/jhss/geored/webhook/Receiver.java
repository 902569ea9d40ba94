// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A webhook endpoint of the test: notes what arrives, and answers what it is told. */
final class Receiver implements AutoCloseable {

    /** A request, and what it was answered. */
    record Seen(String method, String body, String delivery, String signature, String contentType, int status) {}

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<String> answer = body -> 200;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() throws IOException {
        return start(0);
    }

    static Receiver start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var receiver = new Receiver(server);
        server.createContext("/", receiver::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return receiver;
    }

    /** Answers the status that {@code function} gives for a body; 0 answers nothing. */
    void answer(ToIntFunction<String> function) {
        answer = function;
    }

    String endpoint() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** The bodies that were taken, in order. */
    List<String> taken() {
        return seen.stream().filter(s -> s.status == 200).map(Seen::body).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = answer.applyAsInt(body);
        var headers = exchange.getRequestHeaders();
        seen.add(new Seen(
                exchange.getRequestMethod(),
                body,
                String.valueOf(headers.getFirst(WebhookClient.DELIVERY)),
                String.valueOf(headers.getFirst(Signature.HEADER)),
                String.valueOf(headers.getFirst("Content-Type")),
                status));
        if (status != 0) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
