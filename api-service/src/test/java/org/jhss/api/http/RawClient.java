// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Speaks HTTP over a bare socket, to see what no HTTP library shows. */
final class RawClient {

    /**
     * @param statusLine as received
     * @param headers by name, whatever its case
     */
    record Reply(String statusLine, Map<String, String> headers, String body) {}

    private static final int TIMEOUT_MILLIS = 20_000;

    private RawClient() {}

    /** Sends {@code head} (its lines parted by newlines) and {@code body}, and reads until the server closes. */
    static Reply send(InetSocketAddress server, String head, String body) throws IOException {
        var text = head.replace("\n", "\r\n") + "\r\nHost: test\r\nConnection: close\r\n";
        if (!body.isEmpty()) {
            text += "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        }
        return sendAsIs(server, text + "\r\n" + body);
    }

    /** Sends {@code text} and reads until the server closes. */
    static Reply sendAsIs(InetSocketAddress server, String text) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(server);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Reply parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no HTTP answer: " + text);
        }
        var lines = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        return new Reply(lines[0], headers, text.substring(end + 4));
    }
}
