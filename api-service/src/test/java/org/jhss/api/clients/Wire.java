// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of one's own, over a bare socket: reason phrases, which clients compare and HTTP libraries hide, are seen. It follows a
 * 308 as browsers and Python's libraries do.
 */
final class Wire {

    /**
     * @param statusLine as received, such as "HTTP/1.1 200 OK"
     * @param headers by name, whatever its case
     */
    record Reply(String statusLine, Map<String, String> headers, JsonNode json) {

        int status() {
            return Integer.parseInt(statusLine.split(" ", 3)[1]);
        }

        /** This answer, if it is what every client takes for success. */
        Reply ok() {
            assertThat(statusLine).as("%s", json).isEqualTo("HTTP/1.1 200 OK");
            assertThat(headers.get("Access-Control-Allow-Origin")).isEqualTo("*");
            return this;
        }

        int id(String key) {
            assertThat(json.path(key).isInt()).as("%s in %s", key, json).isTrue();
            return json.path(key).intValue();
        }

        /** Whether the fields are there, null or not. */
        Reply has(String... fields) {
            assertThat(json.propertyNames()).contains(fields);
            return this;
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TIMEOUT_MILLIS = 20_000;

    private final InetSocketAddress server;
    private final List<String> headers;

    /** Sends {@code headers} with each request. */
    Wire(InetSocketAddress server, String... headers) {
        this.server = server;
        this.headers = List.of(headers);
    }

    Reply get(String path) throws IOException {
        return send("GET", path, "");
    }

    Reply put(String path, String body) throws IOException {
        return send("PUT", path, body);
    }

    Reply patch(String path, String body) throws IOException {
        return send("PATCH", path, body);
    }

    Reply delete(String path) throws IOException {
        return send("DELETE", path, "");
    }

    /** Sends a request and reads until the server closes. */
    Reply send(String method, String path, String body) throws IOException {
        var reply = once(method, path, body);
        if (reply.status() == 308) {
            var location = reply.headers().get("Location");
            return once(method, location.replaceFirst("^https?://[^/]+", ""), body);
        }
        return reply;
    }

    private Reply once(String method, String path, String body) throws IOException {
        var octets = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: hss\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (octets.length > 0) {
            head.append("Content-Length: ").append(octets.length).append("\r\n");
        }
        try (var socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(server);
            var request = new ByteArrayOutputStream();
            request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            request.writeBytes(octets);
            socket.getOutputStream().write(request.toByteArray());
            return parse(socket.getInputStream().readAllBytes());
        }
    }

    private static Reply parse(byte[] octets) {
        var text = new String(octets, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        assertThat(end).as("an HTTP answer: %s", text).isPositive();
        var lines = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        var body = Arrays.copyOfRange(octets, end + 4, octets.length);
        if (headers.getOrDefault("Transfer-Encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            body = dechunk(body);
        }
        var isJson = headers.getOrDefault("Content-Type", "").startsWith("application/json");
        return new Reply(lines[0], headers, isJson ? JSON.readTree(body) : JSON.nullNode());
    }

    private static byte[] dechunk(byte[] octets) {
        var text = new String(octets, StandardCharsets.ISO_8859_1);
        var whole = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); ) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line), 16);
            whole.write(octets, line + 2, size);
            at = line + 2 + size + 2;
        }
        return whole.toByteArray();
    }
}
