// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.api;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept-alive connection that reads no more of an answer than it must, so that the client costs little beside the server. */
final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int LONGEST_LINE = 2048;
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final Socket socket;
    private final InputStream in;
    private final String head;
    private final StringBuilder line = new StringBuilder();
    private String lastBody = "";

    HttpConnection(String host, int port, String extraHeaders) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        head = " HTTP/1.1\r\nHost: " + host + "\r\n" + extraHeaders;
    }

    /** Sends a request and reads its answer. */
    int exchange(String method, String path, String body) throws IOException {
        var text = method + " " + path + head
                + (body.isEmpty() ? "\r\n" : "Content-Length: " + body.length() + "\r\n\r\n" + body);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().substring(STATUS_AT, STATUS_AT + 3));
        int length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            } else if (header.equalsIgnoreCase(CHUNKED)) {
                chunked = true;
            }
        }
        lastBody = chunked ? chunks() : read(length);
        return status;
    }

    /** The body of the last answer. */
    String body() {
        return lastBody;
    }

    private String chunks() throws IOException {
        var all = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.append(read(size));
            line();
        }
        line();
        return all.toString();
    }

    private String read(int length) throws IOException {
        var octets = in.readNBytes(length);
        if (octets.length < length) {
            throw new EOFException("the server closed in the middle of an answer");
        }
        return new String(octets, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        line.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
