// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves a folder as a web server does for a one-page application: every unknown path is its first page. */
final class StaticFiles implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "woff", "font/woff",
            "ttf", "font/ttf");

    private final Path folder;
    private final HttpServer server;

    private StaticFiles(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    static StaticFiles serve(Path folder) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var files = new StaticFiles(folder, server);
        server.createContext("/", files::answer);
        server.start();
        return files;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = folder.resolve("." + exchange.getRequestURI().getPath()).normalize();
            var file = asked.startsWith(folder) && Files.isRegularFile(asked) ? asked : folder.resolve("index.html");
            var name = file.getFileName().toString();
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
            var octets = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, octets.length);
            exchange.getResponseBody().write(octets);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
