// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service's own HTTP endpoint: {@code /metrics} for Prometheus, {@code /health/live} and {@code /health/ready} for
 * orchestrators (200, or 503 when not).
 */
public final class ServiceEndpoint implements AutoCloseable {

    /**
     * An answer about health.
     *
     * @param good whether to answer 200 rather than 503
     * @param body the body
     */
    public record Answer(boolean good, String body) {}

    private static final Logger LOG = LoggerFactory.getLogger(ServiceEndpoint.class);
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private ServiceEndpoint(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts to listen. A port that is taken, as by another instance of the role, is replaced by any free one.
     *
     * @param address port 0 takes any free one
     * @param metrics the text of {@code /metrics}
     * @param live whether the process works
     * @param ready whether its dependencies are reachable
     * @throws IOException when the address is none of this machine
     */
    public static ServiceEndpoint start(
            InetSocketAddress address, Supplier<String> metrics, Supplier<Answer> live, Supplier<Answer> ready)
            throws IOException {
        var endpoint = new ServiceEndpoint(bind(address));
        endpoint.serve("/metrics", PROMETHEUS_TEXT, () -> new Answer(true, metrics.get()));
        endpoint.serve("/health/live", JSON, live);
        endpoint.serve("/health/ready", JSON, ready);
        endpoint.server.setExecutor(endpoint.threads);
        endpoint.server.start();
        return endpoint;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            if (address.getPort() == 0) {
                throw e;
            }
            var server = HttpServer.create(new InetSocketAddress(address.getAddress(), 0), 0);
            LOG.atInfo()
                    .addKeyValue("taken", address.getPort())
                    .addKeyValue("used", server.getAddress().getPort())
                    .log("the port of metric.service_ports is taken, using a free one");
            return server;
        }
    }

    private void serve(String path, String contentType, Supplier<Answer> body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (!exchange.getRequestURI().getPath().equals(path)) {
                    exchange.sendResponseHeaders(NOT_FOUND, -1);
                } else if (!exchange.getRequestMethod().equals("GET")
                        && !exchange.getRequestMethod().equals("HEAD")) {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                    exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                } else {
                    answer(exchange, contentType, body.get());
                }
            }
        });
    }

    private static void answer(HttpExchange exchange, String contentType, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        int status = answer.good() ? OK : UNAVAILABLE;
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
